package dev.atrium.demo.fhir.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.QualifiedParamList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * A search parameter of FHIR R4 for one type of resource, with its modifier if it has one. It decides about searches and about
 * granular scopes, so both mean the same.
 */
public final class Criterion {
    private final List<String> paths;
    private final ValueTest test;

    private Criterion(List<String> paths, ValueTest test) {
        this.paths = paths;
        this.test = test;
    }

    /** The parameter of that name, as it stands in a query; there is none if it is unknown, or of a kind not searched here. */
    public static Optional<Criterion> find(String type, String name) {
        int colon = name.indexOf(':');
        String plain = colon < 0 ? name : name.substring(0, colon);
        String modifier = colon < 0 ? "" : name.substring(colon + 1);
        RuntimeSearchParam parameter = R4.context().getResourceDefinition(type).getSearchParam(plain);
        if (plain.equals("_id")) {
            return ValueTest.ofId(modifier).map(test -> new Criterion(List.of(type + ".id"), test));
        }
        return Optional.ofNullable(parameter)
                .flatMap(known -> ValueTest.of(known.getParamType(), modifier)
                        .map(test -> new Criterion(paths(known, type), test))
                        .filter(criterion -> !criterion.paths.isEmpty()));
    }

    /** What a value of the parameter lists: one of these is to be met. A comma after a backslash separates nothing. */
    List<String> alternatives(String value) {
        return QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, value);
    }

    /** Whether the resource meets one of these. */
    public boolean isMet(IBaseResource resource, Collection<String> alternatives) {
        List<IBase> values = values(resource).toList();
        return alternatives.stream().anyMatch(wanted -> values.stream().anyMatch(value -> test.matches(value, wanted)));
    }

    /** A text to sort by; what has no value comes first. */
    String sortKey(IBaseResource resource) {
        return values(resource)
                .flatMap(value -> Texts.of(value).stream())
                .map(Texts::plain)
                .findFirst()
                .orElse("");
    }

    private Stream<IBase> values(IBaseResource resource) {
        return paths.stream().flatMap(path -> R4.context().newTerser().getValues(resource, path).stream());
    }

    /** FHIRPath as far as R4's parameters need it: {@code Observation.subject.where(resolve() is Patient)} is the subject. */
    private static List<String> paths(RuntimeSearchParam parameter, String type) {
        return parameter.getPathsSplitForResourceType(type).stream()
                .map(path -> path.replaceAll("\\.(where|as|exists)\\(.*", "")
                        .replaceAll(" as \\w+|[()]", "")
                        .strip())
                .flatMap(path -> ElementPath.in(type, path).stream())
                .toList();
    }
}
