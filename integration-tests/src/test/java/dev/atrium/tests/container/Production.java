package dev.atrium.tests.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Certificate;
import dev.atrium.tests.server.Checkout;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The server that docker/compose.production.yaml describes, with HTTPS by Keycloak itself and a realm that an admin made. */
final class Production extends Engine {
    static final URI ADDRESS = URI.create("https://localhost:8443");

    /** With everything that shells, Java and Keycloak might take for something else. */
    static final String DATABASE_PASSWORD = "a$$b${HOME}\\$c ${nope:d} 'e' \"f\"";

    private final Certificate certificate = Certificate.of("localhost");
    private final Map<String, String> environment = environment();
    private final Compose compose = Compose.production("compose.tls.yaml", environment);

    Compose compose() {
        return compose;
    }

    /** The same behind a proxy; it is not started. */
    Compose behindAProxy() {
        return Compose.production("compose.proxy.yaml", environment);
    }

    private Map<String, String> environment() {
        Path folder = readable(Scratch.directory("secrets"), "rwxr-xr-x");
        try {
            write(folder, "database-password", DATABASE_PASSWORD + "\n");
            write(folder, "admin-password", Admin.PASSWORD + "\n");
            write(folder, "tls.crt", Files.readString(certificate.pem()));
            write(folder, "tls.key", Files.readString(certificate.key()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "ATRIUM_HOSTNAME", ADDRESS.toString(),
                "ATRIUM_SECRETS", folder.toString(),
                "ATRIUM_TLS", folder.toString(),
                "ATRIUM_HTTPS_PORT", "127.0.0.1:8443");
    }

    private static void write(Path folder, String name, String content) throws IOException {
        readable(Files.writeString(folder.resolve(name), content), "rw-r--r--");
    }

    private static Path readable(Path path, String permissions) {
        try {
            return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void start() {
        compose.startAsShown(Example.of("container.md", "sh https by keycloak"));
        AtriumServer.isAt(ADDRESS, certificate);
        AdminRest admin = AdminRest.of("atrium");
        admin.create("/admin/realms", ((ObjectNode) delivered("atrium-realm.json")).put("sslRequired", "all"));
        delivered("policies.json").forEach(policy -> admin.create("atrium/policies", policy));
        delivered("memberships.json").forEach(membership -> admin.create("atrium/memberships", membership));
    }

    private static JsonNode delivered(String file) {
        try {
            String written = Files.readString(Checkout.build().realmExport().resolve(file));
            return Admin.JSON.readTree(written.replace(BASE_URL.toString(), ADDRESS.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void stop() {
        compose.stop();
    }
}
