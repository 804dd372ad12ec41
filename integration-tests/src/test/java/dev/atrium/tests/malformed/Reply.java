package dev.atrium.tests.malformed;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 when the connection was closed without a word, as servers do with what is not HTTP
 */
record Reply(int status, String location, String body) {
    private static final Pattern STACK_TRACE = Pattern.compile("\\bat [a-z]+(\\.[\\w$]+)+\\(|[a-z]Exception\\b");
    private static final Pattern TOKEN = Pattern.compile("access_token\"\\s*:|access_token=");
    private static final Pattern CODE = Pattern.compile("[?&#]code=");

    boolean isServerError() {
        return status >= 500;
    }

    /** What no answer to a malformed request may hold. */
    Optional<String> leak() {
        if (STACK_TRACE.matcher(body).find()) {
            return Optional.of("a stack trace");
        }
        if (TOKEN.matcher(body).find() || TOKEN.matcher(location).find()) {
            return Optional.of("an access token");
        }
        if (CODE.matcher(location).find()) {
            return Optional.of("a code");
        }
        return leadsAway() ? Optional.of("a redirect to " + location) : Optional.empty();
    }

    /** Elsewhere than to this server and the demo's apps. */
    private boolean leadsAway() {
        return !location.isEmpty()
                && !location.startsWith("/")
                && !location.matches("(?s)http://(localhost|127\\.0\\.0\\.1):\\d+([/?#].*)?");
    }
}
