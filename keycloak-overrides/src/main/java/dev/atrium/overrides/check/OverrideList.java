package dev.atrium.overrides.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Everything that Atrium overrides in Keycloak: the file {@code overrides.txt}, whose head says how it is written. */
public record OverrideList(List<OverrideEntry> entries) {
    private static final String FILE = "overrides.txt";

    public OverrideList {
        entries = List.copyOf(entries);
    }

    public static OverrideList read() {
        return parse(Resource.lines(FILE));
    }

    static OverrideList parse(List<String> lines) {
        List<OverrideEntry> entries = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("[")) {
                entries.add(new OverrideEntry(text.substring(1, text.length() - 1)));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                String[] pair = text.split(": ", 2);
                entries.get(entries.size() - 1).add(pair[0], pair.length == 2 ? pair[1].strip() : "");
            }
        }
        return new OverrideList(entries);
    }

    public Stream<OverridingClass> classes() {
        return entries.stream().flatMap(entry -> entry.classes().stream());
    }

    /** A file beside this class. */
    static final class Resource {
        private Resource() {}

        static List<String> lines(String name) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(OverrideList.class.getResourceAsStream(name), name),
                    StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
