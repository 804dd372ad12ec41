package dev.atrium.overrides.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The jars of Atrium's in {@code providers/}, which must be of one generation: of two, chance says which is used. */
record AtriumJars(List<Jar> jars) {
    private static final String DESCRIPTION = "META-INF/maven/dev.atrium/[^/]+/pom.properties";
    private static final String CLASS = "dev/atrium/.+\\.class";

    /**
     * A jar.
     *
     * @param version what its own description says, if it has one
     * @param content its classes, and the name of what it was built as
     */
    record Jar(String file, Optional<String> version, Set<String> content) {
        static Jar read(Path path) {
            Set<String> content = new HashSet<>();
            Optional<String> version = Optional.empty();
            try (JarFile jar = new JarFile(path.toFile())) {
                for (JarEntry entry : jar.stream().toList()) {
                    if (entry.getName().matches(DESCRIPTION)) {
                        content.add(entry.getName());
                        version = version(jar, entry);
                    } else if (entry.getName().matches(CLASS)
                            && !entry.getName().endsWith("/package-info.class")) {
                        content.add(entry.getName());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(path + " cannot be read", e);
            }
            return new Jar(String.valueOf(path.getFileName()), version, content);
        }

        private static Optional<String> version(JarFile jar, JarEntry description) throws IOException {
            Properties properties = new Properties();
            try (InputStream file = jar.getInputStream(description)) {
                properties.load(file);
            }
            return Optional.ofNullable(properties.getProperty("version"));
        }

        private boolean isOfAnother(Optional<String> running) {
            return version.isPresent() && running.isPresent() && !version.equals(running);
        }

        private boolean sharesWith(Jar other) {
            return content.stream().anyMatch(other.content::contains);
        }

        @Override
        public String toString() {
            return file + version.map(text -> " (" + text + ")").orElse("");
        }
    }

    /** All in that directory that have something of Atrium's; none where there is no such directory. */
    static AtriumJars in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return new AtriumJars(List.of());
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new AtriumJars(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Jar::read)
                    .filter(jar -> !jar.content().isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Refuses two generations.
     *
     * @param running the version of this code, if it is known
     */
    void check(Optional<String> running, Verdict verdict) {
        List<String> clashing = jars.stream()
                .filter(jar -> jar.isOfAnother(running)
                        || jars.stream().anyMatch(other -> !other.equals(jar) && other.sharesWith(jar)))
                .map(Jar::toString)
                .toList();
        if (!clashing.isEmpty()) {
            verdict.refuse("providers/ holds more than one Atrium, and it would be chance which of them runs: "
                    + String.join(", ", clashing) + "; delete what is not of "
                    + running.orElse("the version you want") + ", and build Keycloak again.");
        }
    }
}
