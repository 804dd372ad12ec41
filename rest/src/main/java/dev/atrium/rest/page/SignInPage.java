package dev.atrium.rest.page;

import java.util.regex.Pattern;

/** The addresses that the pages of a sign-in, and of a link in a mail, post to, in any realm. */
final class SignInPage {
    private static final Pattern ADDRESS =
            Pattern.compile("/?realms/[^/]+/(login-actions|atrium/links)/.*", Pattern.DOTALL);

    private SignInPage() {}

    static boolean isAt(String path) {
        return ADDRESS.matcher(path).matches();
    }
}
