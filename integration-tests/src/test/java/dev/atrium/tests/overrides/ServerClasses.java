package dev.atrium.tests.overrides;

import dev.atrium.overrides.check.Classes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Keycloak's own classes, as a distribution has them in its jars. */
final class ServerClasses {
    private final Map<String, byte[]> files = new HashMap<>();

    private ServerClasses() {}

    static Classes in(Path archive) throws IOException {
        ServerClasses found = new ServerClasses();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry jar : zip.stream()
                    .filter(entry -> entry.getName().matches(".*/lib/lib/main/org\\.keycloak\\..*\\.jar"))
                    .toList()) {
                found.read(zip.getInputStream(jar));
            }
        }
        return new Classes(name -> Optional.ofNullable(found.files.get(name)));
    }

    private void read(InputStream jar) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("org/keycloak/")
                        && entry.getName().endsWith(".class")) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
    }
}
