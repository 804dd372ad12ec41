package dev.atrium.core.scope;

import java.util.Optional;

/**
 * A request for launch context: {@code launch} for the EHR's, {@code launch/patient} and its like for one resource,
 * which a role may refine (SMART 2.2.0, scopes for requesting context data).
 */
public record LaunchScope(Optional<String> context, Optional<String> role, String text) implements Scope {
    private static final String LAUNCH = "launch";
    private static final String PATIENT = "patient";
    private static final String ROLE = "?role=";

    public LaunchScope {
        if (context.isEmpty() && role.isPresent()) {
            throw new IllegalArgumentException("a role refines the context of one type");
        }
    }

    static Optional<LaunchScope> parse(String token) {
        String plain = ScopeGrammar.withoutSmartUri(token);
        if (plain.equals(LAUNCH)) {
            return Optional.of(new LaunchScope(Optional.empty(), Optional.empty(), token));
        }
        if (!plain.startsWith(LAUNCH + "/")) {
            return Optional.empty();
        }
        int question = plain.indexOf('?');
        String context = plain.substring(LAUNCH.length() + 1, question < 0 ? plain.length() : question);
        Optional<String> role = question < 0 ? Optional.empty() : role(plain.substring(question));
        return isContext(context) && role.isPresent() == question >= 0
                ? Optional.of(new LaunchScope(Optional.of(context), role, token))
                : Optional.empty();
    }

    @Override
    public ScopeKind kind() {
        return ScopeKind.LAUNCH;
    }

    /** A context without a role stands for any role of it; nothing stands for another context. */
    @Override
    public boolean covers(Scope other) {
        return other instanceof LaunchScope launch
                && context.equals(launch.context)
                && (role.isEmpty() || role.equals(launch.role));
    }

    @Override
    public boolean concernsFhir() {
        return true;
    }

    /** Whether it is of an EHR launch: {@code launch} alone. */
    public boolean isEhr() {
        return context.isEmpty();
    }

    /** Whether it asks for the patient in context. */
    public boolean isPatient() {
        return context.equals(Optional.of(PATIENT));
    }

    private static boolean isContext(String context) {
        return !context.isEmpty() && context.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static Optional<String> role(String query) {
        boolean one = query.startsWith(ROLE) && query.length() > ROLE.length() && query.indexOf('&') < 0;
        return one ? Optional.of(query.substring(ROLE.length())) : Optional.empty();
    }
}
