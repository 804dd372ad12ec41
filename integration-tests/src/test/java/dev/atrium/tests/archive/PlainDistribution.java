package dev.atrium.tests.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * What a Keycloak is made of before anything is added to it.
 *
 * @param files by their path from its home
 * @param classes of its libraries
 */
record PlainDistribution(Set<String> files, Set<String> classes) {
    static PlainDistribution read(Path archive) throws IOException {
        Set<String> files = new HashSet<>();
        Set<String> classes = new HashSet<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    files.add(entry.getName().substring(entry.getName().indexOf('/') + 1));
                }
                if (entry.getName().endsWith(".jar")) {
                    classes.addAll(classes(zip.getInputStream(entry)));
                }
            }
        }
        return new PlainDistribution(files, classes);
    }

    private static Set<String> classes(InputStream jar) throws IOException {
        Set<String> classes = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(jar)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".class")) {
                    classes.add(entry.getName());
                }
            }
        }
        return classes;
    }
}
