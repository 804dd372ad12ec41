package dev.atrium.tests.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * An archive of the pack, read whole.
 *
 * @param files what each file of it holds
 */
public record Archive(Map<String, byte[]> files) {
    static final String PROVIDERS = "providers/";
    static final String PASSWORDS = "data/password-blacklists/atrium-common-passwords.txt";

    public static Archive read(Path zip) {
        try (InputStream content = Files.newInputStream(zip)) {
            return new Archive(unzipped(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each jar, and what its files hold. */
    Map<String, Map<String, byte[]>> jars() {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".jar"))
                .collect(Collectors.toMap(
                        jar -> jar.getKey().substring(PROVIDERS.length()),
                        jar -> unzipped(new ByteArrayInputStream(jar.getValue()))));
    }

    /** Puts the files where {@code unzip} puts them. */
    public void unzip(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path at = directory.resolve(file.getKey());
            Files.createDirectories(at.getParent());
            Files.write(at, file.getValue());
        }
    }

    static Map<String, byte[]> unzipped(InputStream content) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            ZipInputStream zip = new ZipInputStream(content);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
