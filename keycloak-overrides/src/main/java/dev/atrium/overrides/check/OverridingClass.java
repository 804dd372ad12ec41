package dev.atrium.overrides.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * A class of ours on top of one of Keycloak's.
 *
 * @param base the class or interface of Keycloak's
 */
public record OverridingClass(String name, String base, List<OverriddenMethod> methods) {
    public OverridingClass {
        methods = List.copyOf(methods);
    }

    /** All methods of Keycloak's that matter to it: those it overrides, and those that call them. */
    public List<ClassMethod> watched() {
        return methods.stream()
                .flatMap(method ->
                        Stream.concat(Stream.of(new ClassMethod(base, method.signature())), method.callers().stream()))
                .toList();
    }
}
