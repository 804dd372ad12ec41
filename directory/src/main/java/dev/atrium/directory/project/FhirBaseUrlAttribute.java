package dev.atrium.directory.project;

import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.support.config.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;

/** The attribute of an organization that says where its FHIR data are. */
public final class FhirBaseUrlAttribute {
    static final String NAME = "atrium.fhir-base-url";

    private FhirBaseUrlAttribute() {}

    /** One that cannot be read is none. */
    static Optional<FhirBaseUrl> of(OrganizationModel organization) {
        Map<String, List<String>> attributes = organization.getAttributes();
        problem(attributes)
                .ifPresent(
                        problem -> Misconfiguration.tell("Organization '" + organization.getAlias() + "': " + problem));
        return urls(attributes).findFirst().flatMap(FhirBaseUrl::parse);
    }

    /** What is wrong with it among these attributes; having none is not wrong. */
    static Optional<String> problem(Map<String, List<String>> attributes) {
        List<String> urls = urls(attributes).toList();
        boolean fine = urls.isEmpty() || (urls.size() == 1 && isCanonical(urls.get(0)));
        return fine
                ? Optional.empty()
                : Optional.of(
                        "The attribute %s must be one URL such as https://fhir.example.org/r4, in lower case up to the path, without query: it is '%s'"
                                .formatted(NAME, String.join("', '", urls)));
    }

    /** The same attributes, with it as it is looked up: without blanks around it and slash after it. */
    public static Map<String, List<String>> tidied(Map<String, List<String>> attributes) {
        Map<String, List<String>> tidied = new HashMap<>(attributes);
        urls(attributes)
                .findFirst()
                .flatMap(FhirBaseUrl::parse)
                .ifPresent(base -> tidied.put(NAME, List.of(base.value())));
        return tidied;
    }

    /** Apps may write it in other ways, but it is looked up by the text that is stored. */
    private static boolean isCanonical(String url) {
        return FhirBaseUrl.parse(url)
                .filter(base -> base.canonical().equals(base))
                .isPresent();
    }

    private static Stream<String> urls(Map<String, List<String>> attributes) {
        return Stream.ofNullable(attributes.get(NAME)) // admins may send null for one that they take away
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
