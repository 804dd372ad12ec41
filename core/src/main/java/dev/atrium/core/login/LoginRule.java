package dev.atrium.core.login;

import java.util.List;

/**
 * By which methods those may sign in whom the pattern covers.
 *
 * @param methods in order of preference; none where what was written cannot be read: then none of them can sign in
 */
public record LoginRule(LoginPattern pattern, List<LoginMethod> methods) {
    public LoginRule {
        methods = List.copyOf(methods);
    }
}
