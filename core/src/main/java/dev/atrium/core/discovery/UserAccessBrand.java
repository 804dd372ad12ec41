package dev.atrium.core.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which brand an organization gives people access to their records (SMART App Launch 2.2.0, "User-access Brands").
 *
 * @param bundle URL of the bundle that describes the brand
 * @param identifier which brand of the bundle it is, if the organization says
 */
public record UserAccessBrand(String bundle, Optional<Identifier> identifier) {
    /** Organization attribute: the URL of the bundle. */
    public static final String BUNDLE = "atrium.brand-bundle";

    /** Organization attribute: the brand's identifier as FHIR searches write it, {@code system|value} or the value alone. */
    public static final String IDENTIFIER = "atrium.brand-identifier";

    /** A FHIR Identifier; SMART wants a value, and as a rule a system. */
    public record Identifier(Optional<String> system, String value) {
        private static Optional<Identifier> parse(String text) {
            int bar = text.indexOf('|');
            String value = text.substring(bar + 1);
            String system = bar < 0 ? "" : text.substring(0, bar);
            boolean readable = !value.isBlank() && (bar < 0 || isAbsolute(system));
            return readable
                    ? Optional.of(new Identifier(bar < 0 ? Optional.empty() : Optional.of(system), value))
                    : Optional.empty();
        }
    }

    /** What these attributes of an organization say; empty where they say nothing or cannot be read. */
    public static Optional<UserAccessBrand> read(Map<String, List<String>> attributes) {
        return problem(attributes).isPresent()
                ? Optional.empty()
                : values(attributes, BUNDLE)
                        .findFirst()
                        .map(bundle -> new UserAccessBrand(
                                bundle,
                                values(attributes, IDENTIFIER).findFirst().flatMap(Identifier::parse)));
    }

    /** What is wrong with them, as a sentence for an admin; having none is not wrong. */
    public static Optional<String> problem(Map<String, List<String>> attributes) {
        List<String> bundles = values(attributes, BUNDLE).toList();
        List<String> identifiers = values(attributes, IDENTIFIER).toList();
        if (bundles.size() > 1 || !bundles.stream().allMatch(UserAccessBrand::isWebAddress)) {
            return Optional.of("The attribute %s must be one https:// URL: it is '%s'"
                    .formatted(BUNDLE, String.join("', '", bundles)));
        }
        if (identifiers.size() > 1
                || !identifiers.stream().allMatch(text -> Identifier.parse(text).isPresent())) {
            return Optional.of(
                    "The attribute %s must be one identifier such as https://example.org/brands|7: it is '%s'"
                            .formatted(IDENTIFIER, String.join("', '", identifiers)));
        }
        return identifiers.isEmpty() || !bundles.isEmpty()
                ? Optional.empty()
                : Optional.of("The attribute %s says nothing without %s".formatted(IDENTIFIER, BUNDLE));
    }

    private static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return Stream.ofNullable(attributes.get(name)) // admins may send null for one that they take away
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static boolean isWebAddress(String text) {
        return isAbsolute(text) && (text.startsWith("https://") || text.startsWith("http://"));
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
