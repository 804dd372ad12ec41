package dev.atrium.demo.fhir.search;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements of a resource, named as HAPI names them: {@code Observation.effective} is {@code Observation.effective[x]}. */
final class ElementPath {
    private ElementPath() {}

    /** The path from this type on in HAPI's words, or nothing if there are no such elements. */
    static Optional<String> in(String type, String path) {
        @Nullable BaseRuntimeElementDefinition<?> at = R4.context().getResourceDefinition(type);
        var known = new StringBuilder(type);
        for (String name : path.substring(path.indexOf('.') + 1).split("\\.")) {
            if (!(at instanceof BaseRuntimeElementCompositeDefinition<?> composite)) {
                return Optional.empty();
            }
            BaseRuntimeChildDefinition child = composite.getChildByName(name);
            String told = child == null ? name + "[x]" : name;
            if (child == null && composite.getChildByName(told) == null) {
                return Optional.empty();
            }
            known.append('.').append(told);
            // Nothing is below an element of several types here.
            at = child == null ? null : child.getChildByName(name);
        }
        return Optional.of(known.toString());
    }
}
