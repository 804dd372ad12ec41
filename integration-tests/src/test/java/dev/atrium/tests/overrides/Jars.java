package dev.atrium.tests.overrides;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Jars as their files by name. */
final class Jars {
    /** Keycloak wants to be built again when a provider's time changes. */
    private static final FileTime ALWAYS = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Jars() {}

    static Map<String, byte[]> read(Path path) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                try (InputStream content = jar.getInputStream(entry)) {
                    files.put(entry.getName(), content.readAllBytes());
                }
            }
        }
        return files;
    }

    static void write(Path path, Map<String, byte[]> files) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path))) {
            jar.setLevel(1);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        }
        Files.setLastModifiedTime(path, ALWAYS);
    }

    /** An extension of these factories by their SPIs, with the classes that they need. */
    static Map<String, byte[]> extension(Map<Class<?>, Class<?>> factories, Class<?>... more) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<Class<?>, Class<?>> factory : factories.entrySet()) {
            files.put(
                    "META-INF/services/" + factory.getKey().getName(),
                    factory.getValue().getName().getBytes(StandardCharsets.UTF_8));
            files.put(name(factory.getValue()), code(factory.getValue()));
        }
        for (Class<?> one : more) {
            files.put(name(one), code(one));
        }
        return files;
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] code(Class<?> type) throws IOException {
        try (InputStream code = type.getClassLoader().getResourceAsStream(name(type))) {
            return code.readAllBytes();
        }
    }
}
