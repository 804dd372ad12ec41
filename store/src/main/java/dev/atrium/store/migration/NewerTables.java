package dev.atrium.store.migration;

/** Ends the start of a server that is older than its tables; its message is for the administrator. */
final class NewerTables extends RuntimeException {
    NewerTables(String change) {
        super(
                "Atrium does not let Keycloak start, because its tables in the database were made by a newer Atrium, whose change '"
                        + change
                        + "' this one does not know: install the newer Atrium again, or restore the backup of before the upgrade.");
    }
}
