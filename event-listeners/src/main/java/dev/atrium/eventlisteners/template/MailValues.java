package dev.atrium.eventlisteners.template;

import java.util.List;
import java.util.Set;

/**
 * Which variables have values that are more than words.
 *
 * @param once whoever has their values is taken for the recipient, once
 */
record MailValues(List<String> addresses, Set<String> colours, Set<String> once) {
    static final MailValues DOCUMENTED =
            new MailValues(List.of("link", "signInUrl", "logoUrl"), Set.of("colour"), Set.of("link", "code"));

    boolean areAddresses(List<String> variables) {
        return !variables.isEmpty() && addresses.containsAll(variables);
    }

    boolean areColours(List<String> variables) {
        return !variables.isEmpty() && colours.containsAll(variables);
    }

    boolean workOnce(List<String> variables) {
        return variables.stream().anyMatch(once::contains);
    }
}
