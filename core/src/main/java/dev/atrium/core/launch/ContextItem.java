package dev.atrium.core.launch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One more resource in context, an object of {@code fhirContext} (SMART App Launch 2.2.0, "fhirContext").
 *
 * @param reference relative, such as {@code ImagingStudy/7}
 * @param canonical the URL of a definition
 * @param identifier a FHIR Identifier; empty if there is none
 * @param type the type of the resource
 * @param role what the resource is for; none means {@code launch}
 */
public record ContextItem(
        Optional<String> reference,
        Optional<String> canonical,
        Map<String, Object> identifier,
        Optional<String> type,
        Optional<String> role) {
    static final String REFERENCE = "reference";
    static final String CANONICAL = "canonical";
    static final String IDENTIFIER = "identifier";
    static final String TYPE = "type";
    static final String ROLE = "role";

    public ContextItem {
        identifier = Map.copyOf(identifier);
        if (reference.isEmpty() && canonical.isEmpty() && identifier.isEmpty()) {
            throw new IllegalArgumentException("an item without reference, canonical and identifier");
        }
    }

    /** Reads an object of {@code fhirContext}. */
    static ContextItem of(JsonMembers json) throws InvalidLaunchContext {
        json.knows(REFERENCE, CANONICAL, IDENTIFIER, TYPE, ROLE);
        ContextItem item;
        try {
            item = new ContextItem(
                    json.text(REFERENCE),
                    json.text(CANONICAL),
                    json.object(IDENTIFIER),
                    json.text(TYPE),
                    json.text(ROLE));
        } catch (IllegalArgumentException nothingInIt) {
            throw new InvalidLaunchContext(
                    "Each object of fhirContext needs a 'reference', 'canonical' or 'identifier'");
        }
        ContextItemRules.check(item);
        return item;
    }

    /** The type of the resource, as far as the item tells. */
    public Optional<String> resourceType() {
        return reference
                .map(relative -> relative.substring(0, relative.indexOf('/')))
                .or(() -> type);
    }

    /** As JSON: a tree of maps, lists and plain values. */
    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        reference.ifPresent(text -> json.put(REFERENCE, text));
        canonical.ifPresent(text -> json.put(CANONICAL, text));
        if (!identifier.isEmpty()) {
            json.put(IDENTIFIER, identifier);
        }
        type.ifPresent(text -> json.put(TYPE, text));
        role.ifPresent(text -> json.put(ROLE, text));
        return json;
    }
}
