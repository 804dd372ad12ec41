package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Build;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.Seeding;
import dev.atrium.demo.ServerSettings;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Keycloak as it is downloaded, with the archive unzipped in it, built and started as {@code docs/install.md} says. */
final class InstalledKeycloak implements AutoCloseable {
    private final KeycloakServer server;

    private InstalledKeycloak(KeycloakServer server) {
        this.server = server;
    }

    /** In production mode, on a PostgreSQL of its own. */
    static InstalledKeycloak in(Path directory) throws IOException, InterruptedException {
        Build build = Checkout.build();
        int port = AtriumServer.freePort();
        ServerSettings settings = new ServerSettings(
                port,
                directory.resolve("data"),
                Map.of(
                        "KC_DB", "postgres",
                        "KC_DB_URL", TestPostgres.start(),
                        "KC_HOSTNAME", "http://localhost:" + port,
                        "KC_HTTP_ENABLED", "true",
                        "KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS", "127.0.0.1"));
        Distribution keycloak = Distribution.unpack(build.serverArchive(), directory.resolve("keycloak"))
                .withRealms(build.realmExport(), settings.baseUrl());
        Archive.read(build.archive()).unzip(keycloak.home());
        run(keycloak.command(List.of("build", "--db=postgres")), directory.resolve("build.log"));
        KeycloakServer server = KeycloakServer.start(
                keycloak, List.of("start", "--optimized", "--import-realm"), settings, System.out::println);
        AtriumServer.isAt(server.baseUrl());
        Seeding.of(build.realmExport(), AdminApi.of(server.baseUrl(), "atrium"));
        return new InstalledKeycloak(server);
    }

    private static void run(List<String> command, Path log) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = process.start().waitFor();
        assertThat(status)
                .as("kc.sh build, which said: %s", Files.readString(log))
                .isZero();
    }

    @Override
    public void close() {
        server.close();
    }
}
