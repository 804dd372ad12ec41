package dev.atrium.core.login;

/** A row of a table in the admin console, as it was typed. */
public record TableRow(String key, String value) {
    boolean isBlank() {
        return key.isBlank() && value.isBlank();
    }

    String problem(String why) {
        return "The row '" + key + "' with '" + value + "' " + why + ".";
    }
}
