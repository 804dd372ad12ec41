package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.ClientMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.support.config.Misconfiguration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the client, and what can be used at the moment, leave of the methods that a person or a domain has. */
record Narrowing(UsableMethods usable, Optional<String> clientId, ClientMethods clients) {
    AllowedMethods of(List<LoginMethod> most, DecidedBy by) {
        Optional<List<LoginMethod>> wished = clientId.flatMap(clients::of);
        if (wished.isEmpty()) {
            return usable(most, by);
        }
        String client = clientId.orElseThrow();
        if (by.source() == Source.DEFAULT) {
            return usable(wished.get(), DecidedBy.of(Source.CLIENT, client));
        }
        return usable(most.stream().filter(wished.get()::contains).toList(), by.narrowedBy(client));
    }

    /** Whether the client names this method, or none. */
    boolean takes(LoginMethod method) {
        return clientId.flatMap(clients::of)
                .map(wished -> wished.contains(method))
                .orElse(true);
    }

    private AllowedMethods usable(List<LoginMethod> methods, DecidedBy by) {
        if (by.source() == Source.DEFAULT) {
            return new AllowedMethods(methods, by);
        }
        List<LoginMethod> left = methods.stream().filter(usable::has).toList();
        if (!left.isEmpty()) {
            return new AllowedMethods(left, by);
        }
        String problem = "Nobody can sign in by " + by.text() + ": " + why(methods, by) + ".";
        Misconfiguration.tell("Realm '%s': %s"
                .formatted(usable.session().getContext().getRealm().getName(), problem));
        return new AllowedMethods(left, by.failing(problem));
    }

    private String why(List<LoginMethod> methods, DecidedBy by) {
        if (!methods.isEmpty()) {
            return methods.stream()
                    .flatMap(method -> usable.obstacle(method).stream())
                    .collect(Collectors.joining(", "));
        }
        return by.client().isPresent()
                ? "they have no method in common, or one of them cannot be read"
                : "what is written there cannot be read";
    }
}
