package dev.atrium.core.login;

import java.util.List;

/**
 * By which methods those may sign in whom the pattern covers.
 *
 * @param methods in order of preference; none where the row cannot be read
 */
public record LoginRule(LoginPattern pattern, List<LoginMethod> methods) {
    public LoginRule {
        methods = List.copyOf(methods);
    }
}
