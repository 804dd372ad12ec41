package dev.atrium.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A checkout of Atrium after {@code mvn package}: where the server, the pack and the realms lie. */
public record Build(Path root) {

    /** The checkout that holds this directory: Maven runs tests in their module, and the demo in the root. */
    public static Build around(Path directory) {
        for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("realm-export"))) {
                return new Build(at);
            }
        }
        throw new CannotStart("There is no checkout of Atrium at or above " + directory + ".");
    }

    public Path realmExport() {
        return root.resolve("realm-export");
    }

    /** The jars to put into the server's {@code providers/}. */
    public Path providers() {
        return target().resolve("providers");
    }

    /** The lists of passwords that nobody may choose. */
    public Path passwordLists() {
        return root.resolve("archive").resolve("target").resolve("data").resolve(Distribution.PASSWORD_LISTS);
    }

    /** The pack as it is handed out. */
    public Path archive() {
        return root.resolve("archive").resolve("target").resolve("atrium-" + version() + ".zip");
    }

    public Path serverArchive() {
        return target().resolve("distribution").resolve("keycloak-quarkus-dist-" + serverVersion() + ".zip");
    }

    /** Where the server of a port is unpacked: two servers may run beside each other. */
    public Path server(int port) {
        return target().resolve("servers").resolve(serverVersion() + "-" + port);
    }

    private Path target() {
        return root.resolve("demo").resolve("target");
    }

    /** The pack's own version. */
    public static String version() {
        return property("version");
    }

    public static String serverVersion() {
        return property("keycloak.server.version");
    }

    private static String property(String name) {
        var properties = new Properties();
        try (InputStream file = Build.class.getResourceAsStream("build.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(name);
    }
}
