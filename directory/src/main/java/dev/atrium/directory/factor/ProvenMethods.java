package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.support.note.UserSessionNote;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the methods by which somebody has signed in, in one session; Keycloak and the steps note the last alone. */
public record ProvenMethods(UserId user, Set<LoginMethod> methods) {
    public static final UserSessionNote<ProvenMethods> NOTE =
            new UserSessionNote<>("atrium.methods", ProvenMethods::text, ProvenMethods::parse);

    public ProvenMethods {
        methods = Set.copyOf(methods);
    }

    private String text() {
        return Stream.concat(
                        Stream.of(user.value()),
                        methods.stream().map(LoginMethod::text).sorted())
                .collect(Collectors.joining(" "));
    }

    private static Optional<ProvenMethods> parse(String text) {
        String[] parts = text.split(" ");
        return Optional.of(new ProvenMethods(
                new UserId(parts[0]),
                Arrays.stream(parts)
                        .skip(1)
                        .flatMap(method -> LoginMethod.parse(method).stream())
                        .collect(Collectors.toUnmodifiableSet())));
    }
}
