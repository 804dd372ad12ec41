package dev.atrium.tests.server;

import dev.atrium.demo.Build;
import dev.atrium.tests.clock.ClockResource;
import dev.atrium.tests.clock.ClockResourceFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The pack's jars, and one with what only tests need in a server. */
final class TestProviders {
    private static final List<Class<?>> CLASSES = List.of(ClockResource.class, ClockResourceFactory.class);

    private TestProviders() {}

    /** A directory of them. */
    static Path of(Build build) throws IOException {
        Path directory = Files.createTempDirectory("atrium-providers");
        try (Stream<Path> jars = Files.list(build.providers())) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, directory.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(directory.resolve("tests.jar")))) {
            for (Class<?> one : CLASSES) {
                String name = one.getName().replace('.', '/') + ".class";
                try (InputStream code = one.getClassLoader().getResourceAsStream(name)) {
                    write(jar, name, code.readAllBytes());
                }
            }
            write(
                    jar,
                    "META-INF/services/" + RealmResourceProviderFactory.class.getName(),
                    ClockResourceFactory.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        return directory;
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
