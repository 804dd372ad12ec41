package dev.atrium.overrides.check;

import java.util.List;

/**
 * A method of Keycloak's in whose place stands one of ours.
 *
 * @param callers the methods of Keycloak's that call it, named where ours would otherwise be passed by in silence
 */
public record OverriddenMethod(MethodSignature signature, List<ClassMethod> callers) {
    public OverriddenMethod {
        callers = List.copyOf(callers);
    }
}
