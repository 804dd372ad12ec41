package dev.atrium.tests.architecture;

import dev.atrium.overrides.check.ClassCode;
import dev.atrium.overrides.check.Classes;
import dev.atrium.overrides.check.MethodSignature;
import dev.atrium.overrides.check.OverriddenMethod;
import dev.atrium.overrides.check.OverridingClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a class overrides, read from its file. */
record Overriding(Classes classes, String name) {
    /** In the words of the list; empty where it overrides no method that a class of Keycloak's has. */
    Optional<OverridingClass> asListed() {
        return base(name)
                .map(base -> new OverridingClass(
                        name,
                        base,
                        overridden(base)
                                .sorted(Comparator.comparing(MethodSignature::toString))
                                .map(method -> new OverriddenMethod(method, List.of()))
                                .toList()))
                .filter(found -> !found.methods().isEmpty());
    }

    /** Whether the class has the method itself. */
    boolean declares(MethodSignature method) {
        return code(name).overridable().anyMatch(method::equals);
    }

    /** The first of Keycloak's classes above ours. */
    private Optional<String> base(String from) {
        return code(from).isInterface()
                ? Optional.empty()
                : code(from).parents().stream().findFirst().flatMap(this::keycloaks);
    }

    private Optional<String> keycloaks(String parent) {
        if (parent.startsWith("org.keycloak.")) {
            return Optional.of(parent);
        }
        return parent.startsWith("dev.atrium.") ? base(parent) : Optional.empty();
    }

    private Stream<MethodSignature> overridden(String base) {
        ClassCode ours = code(name);
        return ours.overridable()
                .filter(method -> !ours.isBridge(method) || isForAnother(ours, method))
                .filter(method -> isOfAClass(base, method));
    }

    /** The compiler makes bridges to a method that returns more than Keycloak's, but also where a parent is not public. */
    private static boolean isForAnother(ClassCode ours, MethodSignature bridge) {
        return ours.overridable()
                .anyMatch(other -> !ours.isBridge(other) && other.name().equals(bridge.name()));
    }

    private boolean isOfAClass(String base, MethodSignature method) {
        return classes.lineage(base)
                .map(this::code)
                .filter(code -> code.overridable().anyMatch(method::equals))
                .findFirst()
                .filter(code -> !code.isInterface() && !code.isBridge(method))
                .isPresent();
    }

    private ClassCode code(String of) {
        return classes.find(of).orElseThrow(() -> new AssertionError("not found: " + of));
    }
}
