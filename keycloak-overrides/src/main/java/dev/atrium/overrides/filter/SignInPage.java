package dev.atrium.overrides.filter;

import java.util.regex.Pattern;

/** The addresses of the pages of a sign-in, and of all of Atrium's below a realm but its hooks and launches, which take JSON. */
final class SignInPage {
    private static final Pattern ADDRESS =
            Pattern.compile("/?realms/[^/]+/(login-actions/|atrium(?!/hooks|/launch)(/|$)).*", Pattern.DOTALL);

    private SignInPage() {}

    static boolean isAt(String path) {
        return ADDRESS.matcher(path).matches();
    }
}
