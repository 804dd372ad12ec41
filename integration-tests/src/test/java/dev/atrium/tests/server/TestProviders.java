package dev.atrium.tests.server;

import dev.atrium.demo.Build;
import dev.atrium.tests.clock.ClockResource;
import dev.atrium.tests.clock.ClockResourceFactory;
import dev.atrium.tests.clock.TornRealms;
import dev.atrium.tests.hash.CountingHash;
import dev.atrium.tests.hash.HashCount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The pack's jars, and one with what only tests need in a server. */
final class TestProviders {
    private static final List<Class<?>> CLASSES = List.of(
            ClockResource.class, ClockResourceFactory.class, TornRealms.class, CountingHash.class, HashCount.class);

    private static final Map<String, String> SERVICES = Map.of(
            "org.keycloak.services.resource.RealmResourceProviderFactory",
            String.join(
                    "\n", ClockResourceFactory.class.getName(), TornRealms.class.getName(), HashCount.class.getName()),
            "org.keycloak.credential.hash.PasswordHashProviderFactory",
            CountingHash.class.getName());

    /** A theme that cannot write a mail. */
    private static final Map<String, String> TORN_THEME = Map.of(
            "META-INF/keycloak-themes.json",
            "{\"themes\":[{\"name\":\"torn\",\"types\":[\"email\"]}]}",
            "theme/torn/email/theme.properties",
            "parent=atrium\n",
            "theme/torn/email/html/template.ftl",
            "<#macro emailLayout><html><#if torn>\n");

    private TestProviders() {}

    /** A directory of them. */
    static Path of(Build build) throws IOException {
        Path directory = Scratch.directory("providers");
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
            for (Map.Entry<String, String> service : SERVICES.entrySet()) {
                write(jar, "META-INF/services/" + service.getKey(), service.getValue());
            }
            for (Map.Entry<String, String> file : TORN_THEME.entrySet()) {
                write(jar, file.getKey(), file.getValue());
            }
        }
        return directory;
    }

    private static void write(JarOutputStream jar, String name, String content) throws IOException {
        write(jar, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
