package dev.atrium.core.login;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The methods by which somebody may sign in.
 *
 * @param methods in order of preference; empty where nobody may, and then {@link DecidedBy#problem()} says why
 */
public record AllowedMethods(List<LoginMethod> methods, DecidedBy by) {
    public AllowedMethods {
        methods = List.copyOf(methods);
        if (methods.isEmpty() && by.problem().isEmpty()) {
            throw new IllegalArgumentException("no method, and no reason");
        }
    }

    /** Where nothing speaks, any identity provider may bring people as well, as Keycloak has it. */
    public boolean allows(LoginMethod method) {
        return methods.contains(method)
                || (by.source() == DecidedBy.Source.DEFAULT && method instanceof LoginMethod.Provider);
    }

    /** Whether nobody can sign in here at the moment. */
    public boolean isEmpty() {
        return methods.isEmpty();
    }

    /** The alias of the identity provider, if there is no other way than by this one. */
    public Optional<String> onlyProvider() {
        return methods.size() == 1 ? providers().findFirst() : Optional.empty();
    }

    /** The aliases of the identity providers among them, in order of preference. */
    public Stream<String> providers() {
        return methods.stream()
                .filter(LoginMethod.Provider.class::isInstance)
                .map(method -> ((LoginMethod.Provider) method).alias());
    }

    /** Those that the realm checks itself, in order of preference. */
    public List<LoginMethod.Own> own() {
        return methods.stream()
                .filter(LoginMethod.Own.class::isInstance)
                .map(LoginMethod.Own.class::cast)
                .toList();
    }
}
