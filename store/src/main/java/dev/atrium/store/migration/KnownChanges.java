package dev.atrium.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The changes of the tables that this version can make, by the ids of their change sets.
 *
 * @param ids as Liquibase notes them when it has made them
 */
record KnownChanges(Set<String> ids) {
    private static final Pattern INCLUDED = Pattern.compile("<include\\s+file=\"([^\"]+)\"");
    private static final Pattern CHANGE = Pattern.compile("<changeSet\\s[^>]*\\bid=\"([^\"]+)\"");

    KnownChanges {
        ids = Set.copyOf(ids);
    }

    /** Those of this changelog and of all that it includes. */
    static KnownChanges of(String changelog) {
        return new KnownChanges(
                texts(changelog).flatMap(text -> found(CHANGE, text)).collect(Collectors.toUnmodifiableSet()));
    }

    /** Those of these that a newer version must have made. */
    List<String> unknown(Collection<String> made) {
        return made.stream().filter(id -> !ids.contains(id)).sorted().toList();
    }

    private static Stream<String> texts(String changelog) {
        String text = text(changelog);
        return Stream.concat(Stream.of(text), found(INCLUDED, text).flatMap(KnownChanges::texts));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String text(String resource) {
        try (InputStream file = KnownChanges.class.getResourceAsStream("/" + resource)) {
            if (file == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
