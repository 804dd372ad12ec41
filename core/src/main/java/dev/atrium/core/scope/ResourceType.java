package dev.atrium.core.scope;

import dev.atrium.core.search.Ascii;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A concrete FHIR resource type, or {@code *}: every type, now and in future (SMART 2.2.0, wildcard scopes). */
public record ResourceType(String name) {
    public static final ResourceType ANY = new ResourceType("*");

    private static final Map<String, ResourceType> KNOWN = known("fhir-resource-types.txt");

    public ResourceType {
        if (!name.equals("*") && !name.chars().allMatch(c -> Ascii.isLetter((char) c))) {
            throw new IllegalArgumentException("not the name of a resource type");
        }
    }

    /** The types are those of R4, R4B and R5, listed in {@code fhir-resource-types.txt}; abstract ones are not types. */
    public static Optional<ResourceType> parse(String name) {
        return name.equals("*") ? Optional.of(ANY) : Optional.ofNullable(KNOWN.get(name));
    }

    public boolean isWildcard() {
        return name.equals("*");
    }

    public boolean covers(ResourceType other) {
        return isWildcard() || equals(other);
    }

    /** What both speak of: the specific one of the two, never the wildcard beside it. */
    public Optional<ResourceType> intersect(ResourceType other) {
        if (covers(other)) {
            return Optional.of(other);
        }
        return other.covers(this) ? Optional.of(this) : Optional.empty();
    }

    private static Map<String, ResourceType> known(String file) {
        try (InputStream stream = Objects.requireNonNull(ResourceType.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), ResourceType::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
