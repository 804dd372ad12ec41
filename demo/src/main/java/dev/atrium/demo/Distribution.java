package dev.atrium.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A Keycloak unpacked on disk. */
public record Distribution(Path home) {

    /** The address for which the files in {@code realm-export/} are written. */
    static final String WRITTEN_FOR = "http://localhost:8080";

    /** Where Keycloak looks for them, below {@code data/}. */
    static final String PASSWORD_LISTS = "password-blacklists";

    /** Unpacks the server into this directory, unless an earlier call did. */
    public static Distribution unpack(Path archive, Path home) throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new CannotStart("The Keycloak server is missing at " + archive + ": build with Maven first.");
        }
        if (!Files.isDirectory(home)) {
            Path unfinished = home.resolveSibling(name(home) + ".unfinished");
            delete(unfinished);
            Files.createDirectories(home.toAbsolutePath().getParent());
            extract(archive, unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        var distribution = new Distribution(home);
        // A zip does not keep this; kcadm.sh is for whoever follows docs/admin-rest.md.
        for (Path script : files(home.resolve("bin"), ".sh")) {
            script.toFile().setExecutable(true);
        }
        return distribution;
    }

    /** Puts these jars, and no others, into {@code providers/}. */
    public Distribution withProviders(Path jars) throws IOException {
        Path providers = Files.createDirectories(home.resolve("providers"));
        for (Path old : files(providers, ".jar")) {
            Files.delete(old);
        }
        for (Path jar : files(jars, ".jar")) {
            // Keycloak augments itself anew when a provider's time changes, so an unchanged jar keeps its own.
            Files.copy(jar, providers.resolve(name(jar)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return this;
    }

    /** Puts these lists where the password policies of realms find them: a realm whose list is missing cannot be read. */
    public Distribution withPasswordLists(Path lists) throws IOException {
        Path found = Files.createDirectories(home.resolve("data").resolve(PASSWORD_LISTS));
        for (Path list : files(lists, ".txt")) {
            Files.copy(list, found.resolve(name(list)), StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }

    /** Hands the realms over to {@code --import-realm}, rewritten for the address the server will have. */
    public Distribution withRealms(Path realmExport, URI baseUrl) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        for (Path old : files(imports, ".json")) {
            Files.delete(old);
        }
        for (Path realm : files(realmExport, "-realm.json")) {
            String rewritten = Files.readString(realm).replace(WRITTEN_FOR, baseUrl.toString());
            Files.writeString(imports.resolve(name(realm)), rewritten);
        }
        return this;
    }

    /** Keycloak's own command with these arguments. */
    public List<String> command(List<String> arguments) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Path script = home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh");
        return Stream.concat(Stream.of(script.toString()), arguments.stream()).toList();
    }

    private static void extract(Path archive, Path to) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path top = zip.getPath("keycloak-" + Build.serverVersion());
            try (Stream<Path> entries = Files.walk(top)) {
                for (Path entry : (Iterable<Path>) entries::iterator) {
                    Files.copy(entry, to.resolve(top.relativize(entry).toString()));
                }
            }
        } catch (ZipException | NoSuchFileException e) {
            throw new CannotStart(archive + " is damaged (" + e.getMessage()
                    + "): delete it here and in Maven's local repository, and run the command again.");
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(ending)).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
