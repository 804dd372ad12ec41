package dev.atrium.eventlisteners.template;

import java.util.List;
import java.util.Set;

/** Which variables have values that are more than words. */
record MailValues(List<String> addresses, Set<String> colours) {
    static final MailValues DOCUMENTED = new MailValues(List.of("link", "signInUrl", "logoUrl"), Set.of("colour"));

    boolean areAddresses(List<String> variables) {
        return !variables.isEmpty() && addresses.containsAll(variables);
    }

    boolean areColours(List<String> variables) {
        return !variables.isEmpty() && colours.containsAll(variables);
    }
}
