package dev.atrium.core.scope;

/** The characters, lengths and prefixes that all scopes share. */
final class ScopeGrammar {
    /** A longer token is not read; it stays as an unreadable scope. */
    static final int LONGEST_TOKEN = 8_000;

    /** A longer scope parameter is not split; all of it stays as one unreadable scope. */
    static final int LONGEST_TEXT = 100_000;

    /** What SMART scopes begin with when they are written as URIs (SMART 2.2.0, URI representation of scopes). */
    static final String SMART_URI = "http://smarthealthit.org/fhir/scopes/";

    /** What the scopes of OpenID Connect begin with when they are written as URIs. */
    static final String OPENID_URI = "http://openid.net/specs/openid-connect-core-1_0#";

    private ScopeGrammar() {}

    /** RFC 6749 section 3.3: printable ASCII but space, double quote and backslash. */
    static boolean isToken(String text) {
        if (text.isEmpty() || text.length() > LONGEST_TOKEN) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The scope without its URI prefix, if it has one. */
    static String withoutSmartUri(String token) {
        return token.startsWith(SMART_URI) ? token.substring(SMART_URI.length()) : token;
    }

    static boolean isTokenCharacter(char c) {
        return c > ' ' && c < 0x7f && c != '"' && c != '\\';
    }
}
