package dev.atrium.authenticators.stage;

import org.keycloak.models.ClientModel;

/**
 * What a client is called on a page: its name, or its id where it has none. Its makers may write the name: it is no longer
 * than a name is, and turns no sentence around that it stands in.
 */
public final class ClientName {
    private static final int LONGEST = 80;

    private ClientName() {}

    public static String of(ClientModel client) {
        String name = client.getName();
        String shown = name == null ? "" : shown(name);
        return shown.isEmpty() ? client.getClientId() : shown;
    }

    private static String shown(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c) && !isDirection(c))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    /** Unicode, annex 9, section 2, and the separators of lines and paragraphs. */
    private static boolean isDirection(int c) {
        return c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u2028' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
