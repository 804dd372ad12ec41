package dev.atrium.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Atrium on this machine, with projects, people and apps to try. */
public final class Demo {

    private static final int PORT = 8080;

    /** Compiled soon rather than well: it is up earlier, and serves few people. */
    private static final Map<String, String> STARTS_SOON = Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            var build = Build.around(Path.of(arguments.length > 0 ? arguments[0] : ""));
            var settings = new ServerSettings(PORT, build.root().resolve(".atrium"), STARTS_SOON);
            try (var demo = SmartDemo.start(
                    settings.baseUrl().resolve("/realms/atrium"), SmartDemo.Ports.OF_DEMO, SmartDemo.Clients.OF_DEMO)) {
                KeycloakServer server = start(build, settings, System.out::println);
                System.out.println("\n" + welcome(settings) + demo.warning(settings));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("Stopping Keycloak.")));
                if (!server.awaitEnd()) {
                    throw new CannotStart("Keycloak stopped unexpectedly. The end of its log:\n" + server.lastWords());
                }
            }
        } catch (CannotStart e) {
            e.tellAndExit();
        }
    }

    /** The pack and the realms of this build in a running server; on new data, also policies and memberships. */
    public static KeycloakServer start(Build build, ServerSettings settings, Consumer<String> progress)
            throws IOException, InterruptedException {
        KeycloakServer.checkFree(settings.port());
        var home = build.server(settings.port());
        if (!Files.exists(home)) {
            progress.accept("Unpacking Keycloak " + Build.serverVersion());
        }
        var distribution = Distribution.unpack(build.serverArchive(), home)
                .withProviders(build.providers())
                .withPasswordLists(build.passwordLists())
                .withRealms(build.realmExport(), settings.baseUrl());
        progress.accept("Starting Keycloak, log in " + settings.log());
        KeycloakServer server = KeycloakServer.start(distribution, settings, progress);
        if (!Files.exists(settings.seeded())) {
            var seeding = Seeding.of(build.realmExport(), AdminApi.of(server.baseUrl(), "atrium"));
            Files.createFile(settings.seeded());
            progress.accept(
                    "Demo policies and memberships: " + seeding.created() + " new, " + seeding.kept() + " kept");
        }
        return server;
    }

    private static String welcome(ServerSettings settings) throws IOException {
        try (InputStream file = Demo.class.getResourceAsStream("welcome.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{address}", settings.baseUrl().toString())
                    .replace("{app}", "http://localhost:" + SmartDemo.Ports.OF_DEMO.app())
                    .replace("{ehr}", "http://localhost:" + SmartDemo.Ports.OF_DEMO.ehr())
                    .replace("{fhir}", "http://localhost:" + SmartDemo.Ports.OF_DEMO.fhir())
                    .replace("{admin}", ServerSettings.ADMIN)
                    .replace("{password}", ServerSettings.ADMIN_PASSWORD)
                    .replace("{directory}", settings.directory().toString());
        }
    }
}
