package dev.atrium.overrides.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Classes by their names, each read once. */
public final class Classes {
    private final Function<String, Optional<byte[]>> files;
    private final Map<String, Optional<ClassCode>> read = new HashMap<>();

    /**
     * Classes of some place.
     *
     * @param files what that place has under a name such as {@code org/keycloak/Some.class}
     */
    public Classes(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /** Those that this loader would load. */
    public static Classes of(ClassLoader loader) {
        return new Classes(name -> {
            try (InputStream file = loader.getResourceAsStream(name)) {
                return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public Optional<ClassCode> find(String name) {
        return read.computeIfAbsent(
                name, unread -> files.apply(unread.replace('.', '/') + ".class").map(ClassCode::read));
    }

    /** The class, and all of Keycloak's that it extends or implements, the nearest first. */
    public Stream<String> lineage(String name) {
        List<String> parents = find(name).map(ClassCode::parents).orElse(List.of());
        return Stream.concat(
                Stream.of(name),
                parents.stream()
                        .filter(parent -> parent.startsWith("org.keycloak."))
                        .flatMap(this::lineage));
    }

    /** The class that has the method, which may be one that this one extends. */
    Optional<ClassCode> declaring(ClassMethod method) {
        return lineage(method.className())
                .flatMap(name -> find(name).stream())
                .filter(code -> code.has(method.signature()))
                .findFirst();
    }

    /** What the method does; empty where there is none. */
    public Optional<String> fingerprint(ClassMethod method) {
        return declaring(method).map(code -> code.fingerprint(method.signature()));
    }
}
