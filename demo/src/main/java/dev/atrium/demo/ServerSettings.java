package dev.atrium.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** On which port a server listens, where it keeps its data and its log, and what else its environment says. */
public record ServerSettings(int port, Path directory, Map<String, String> environment) {

    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "atrium-demo-only";

    public ServerSettings {
        directory = directory.toAbsolutePath();
        environment = Map.copyOf(environment);
    }

    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    public Path log() {
        return directory.resolve("keycloak.log");
    }

    /** Told once the data is there, so that what somebody deleted later is not brought back. */
    Path seeded() {
        return directory.resolve("seeded");
    }

    Map<String, String> serverEnvironment() {
        var all = new HashMap<String, String>();
        all.put("JAVA_HOME", System.getProperty("java.home"));
        all.put("KC_HTTP_PORT", Integer.toString(port));
        all.put("KC_DB_URL", "jdbc:h2:file:" + directory.resolve("keycloakdb") + ";NON_KEYWORDS=VALUE");
        all.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        // Receivers of webhooks and mail servers that are being developed run on the same machine.
        all.put("KC_SPI_ATRIUM_DELIVERY__WEBHOOK__ALLOW_HTTP", "true");
        all.put("KC_SPI_ATRIUM_DELIVERY__WEBHOOK__ALLOWED_NETWORKS", "127.0.0.1,::1");
        all.put("KC_SPI_ATRIUM_DELIVERY__MAIL__ALLOWED_NETWORKS", "127.0.0.1,::1");
        all.putAll(environment);
        return all;
    }
}
