package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Build;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.Seeding;
import dev.atrium.demo.ServerSettings;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Files.copy(build.archive(), keycloak.home().resolve(build.archive().getFileName()));
        List<String> commands = Example.beginning("install.md", "unzip")
                .replace("<version>", Build.version())
                .lines()
                .toList();
        assertThat(commands).hasSize(3);
        run(keycloak.home(), String.join(" && ", commands.subList(0, 2)), directory.resolve("build.log"));
        List<String> start =
                new ArrayList<>(List.of(commands.get(2).replaceAll(" +#.*", "").split(" ")));
        assertThat(start.remove(0)).isEqualTo("bin/kc.sh");
        start.add("--import-realm");
        KeycloakServer server = KeycloakServer.start(keycloak, start, settings, System.out::println);
        AtriumServer.isAt(server.baseUrl());
        Seeding.of(build.realmExport(), AdminApi.of(server.baseUrl(), "atrium"));
        return new InstalledKeycloak(server);
    }

    private static void run(Path directory, String commands, Path log) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int status = shell.start().waitFor();
        assertThat(status)
                .as("%s, which said: %s", commands, Files.readString(log))
                .isZero();
    }

    @Override
    public void close() {
        server.close();
    }
}
