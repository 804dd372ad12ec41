package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a page quotes in italics, so that a reader finds the row about what they see, is what Atrium says. */
class QuotedWordsTest {
    private static final Pattern QUOTE = Pattern.compile("(?<![*\\w])\\*(?![*\\s])([^*|]+)\\*(?![*\\w])");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final int LONGEST_VALUE = 80;

    /** What Keycloak, Java, PostgreSQL, Docker and GnuPG say. */
    private static final Set<String> OF_OTHERS = Set.of(
            "Audience",
            "Authentication flow overrides",
            "Client not allowed.",
            "Could not save the config",
            "Forgot password",
            "Home URL",
            "Invalid signature algorithm",
            "Invalid token audience",
            "Module jdk.incubator.vector not found",
            "Supported languages",
            "Test connection",
            "Token is not active",
            "Token reuse detected",
            "Trust Email",
            "Unable to load public key",
            "Unexpected error",
            "WARNING: Using incubator modules: jdk.incubator.vector",
            "no secret key",
            "password authentication failed for user \"keycloak\"",
            "port is already allocated");

    @Nested
    class Given_what_to_do_when_it_does_not_work {
        @Test
        void quotes_only_what_is_said() {
            List<String> said = said().toList();

            assertThat(pages().flatMap(QuotedWordsTest::quotes))
                    .hasSizeGreaterThan(50)
                    .filteredOn(quote -> !quote.isSaid(said))
                    .isEmpty();
        }
    }

    private record Quote(Path page, String words) {
        boolean isSaid(List<String> said) {
            Pattern pattern = pattern();
            return OF_OTHERS.contains(words)
                    || said.stream().anyMatch(text -> pattern.matcher(text).find())
                    || text(page).contains("\n## " + words + "\n");
        }

        /** A placeholder stands for a value, and for what a source has in its place. */
        private Pattern pattern() {
            return Pattern.compile(Arrays.stream(words.split("…", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".{0," + LONGEST_VALUE + "}?")));
        }
    }

    private static Stream<Quote> quotes(Path page) {
        return text(page)
                .lines()
                .dropWhile(line -> !line.startsWith("## When "))
                .flatMap(line ->
                        QUOTE.matcher(CODE.matcher(line).replaceAll("…")).results())
                .map(found -> new Quote(page, found.group(1)));
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                Stream.of(Checkout.file("CONTRIBUTING.md")),
                files("docs").filter(file -> file.toString().endsWith(".md")));
    }

    /** Messages, templates and scripts as they stand; of classes, each text, of which a value may be a part. */
    private static Stream<String> said() {
        Stream<Path> modules = modules().flatMap(module -> files(module + "/src"));
        return Stream.of(modules, files("docker"), files("realm-export"), Stream.of(Checkout.file("pom.xml")))
                .flatMap(some -> some)
                .filter(file -> file.toString().matches(".*\\.(ftl|java|json|properties|sh|xml|yaml)"))
                .filter(file -> !file.toString().contains("/src/test/") || file.endsWith("DocumentedCommandsIT.java"))
                .map(file -> file.toString().endsWith(".java") ? literals(text(file)) : line(text(file)));
    }

    private static Stream<String> modules() {
        return Pattern.compile("<module>([^<]+)</module>")
                .matcher(text(Checkout.file("pom.xml")))
                .results()
                .map(module -> module.group(1));
    }

    /** Literals that are added up stand together. */
    private static String literals(String source) {
        String joined = source.replaceAll("\"\\s*\\+\\s*\"", "");
        StringBuilder texts = new StringBuilder();
        int end = 0;
        for (var literal : LITERAL.matcher(joined).results().toList()) {
            boolean added = joined.substring(end, literal.start()).matches("\\s*\\+[^;]*\\+\\s*");
            texts.append(added ? " " : "\n").append(literal.group(1).replace("\\\"", "\""));
            end = literal.end();
        }
        return texts.toString();
    }

    private static String line(String text) {
        return text.replace("''", "'");
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.walk(Checkout.file(folder))) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
