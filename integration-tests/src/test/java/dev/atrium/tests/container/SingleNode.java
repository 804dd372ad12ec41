package dev.atrium.tests.container;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import dev.atrium.demo.AdminApi;
import dev.atrium.demo.Seeding;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** An image as one container, with a database and a mail catcher. */
final class SingleNode extends Engine {
    private static final String MINE = "dev.atrium.tests";

    private final Supplier<String> image;
    private Network network;
    private PostgreSQLContainer database;
    private GenericContainer<?> mail;
    private KeycloakContainer keycloak;

    private SingleNode(Supplier<String> image) {
        this.image = image;
    }

    /** Of the image that docker/Dockerfile makes. */
    static SingleNode ofAtrium() {
        return new SingleNode(() -> Image.NAME);
    }

    /** Of another image, made at the start. */
    static SingleNode of(Supplier<String> image) {
        return new SingleNode(image);
    }

    @Override
    void start() {
        removeLeftovers();
        network = Network.newNetwork();
        database = new PostgreSQLContainer("postgres:17")
                .withNetwork(network)
                .withNetworkAliases("database")
                .withLabel(MINE, "")
                .withDatabaseName("keycloak")
                .withUsername("keycloak")
                .withPassword("atrium-demo");
        mail = new GenericContainer<>("maildev/maildev:2.2.1")
                .withNetwork(network)
                .withNetworkAliases("mail")
                .withLabel(MINE, "")
                .withExposedPorts(1080)
                .waitingFor(Wait.forHttp("/email"));
        database.start();
        mail.start();
        keycloak = keycloak();
        StringBuilder log = new StringBuilder();
        keycloak.withLogConsumer(frame -> log.append(frame.getUtf8String()));
        try {
            keycloak.start();
        } catch (ContainerLaunchException e) {
            throw new AssertionError("The image does not start:\n" + log, e);
        }
        seed();
    }

    /** Of a run that was killed: its server would still have the port. */
    private static void removeLeftovers() {
        Cli.docker("ps", "--all", "--quiet", "--filter", "label=" + MINE)
                .lines()
                .forEach(container -> Cli.docker("rm", "--force", "--volumes", container));
    }

    private KeycloakContainer keycloak() {
        KeycloakContainer container = new KeycloakContainer(image.get())
                .withProductionMode()
                .withOptimizedFlag()
                .withRamPercentage(5, 10)
                .withAdminUsername("admin")
                .withAdminPassword(Admin.PASSWORD)
                .withNetwork(network)
                .withStartupAttempts(1)
                .withLabel(MINE, "")
                .withEnv("KC_HOSTNAME", BASE_URL.toString())
                .withEnv("KC_HTTP_ENABLED", "true")
                .withEnv("KC_DB_URL_HOST", "database")
                .withEnv("KC_DB_USERNAME", "keycloak")
                .withEnv("KC_DB_PASSWORD", "atrium-demo")
                .withImagePullPolicy(PullPolicy.defaultPolicy());
        for (String realm : List.of("atrium-realm.json", "lakeside-idp-realm.json")) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(Checkout.build().realmExport().resolve(realm), 0644),
                    "/opt/keycloak/data/import/" + realm);
        }
        container.setPortBindings(List.of("8080:8080"));
        return container;
    }

    private static void seed() {
        try {
            Admin.ofRealm()
                    .update(
                            "",
                            Admin.parse(
                                    "{\"smtpServer\":{\"host\":\"mail\",\"port\":\"1025\",\"from\":\"atrium@example.org\"}}"));
            Seeding.of(Checkout.build().realmExport(), AdminApi.of(BASE_URL, "atrium"));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    MailCatcher mails() {
        return new MailCatcher(URI.create("http://" + mail.getHost() + ":" + mail.getMappedPort(1080)));
    }

    String id() {
        return keycloak.getContainerId();
    }

    /** Runs a command in the server's container; gives what it said. */
    String run(String... command) {
        return Cli.docker(
                Stream.concat(Stream.of("exec", id()), Stream.of(command)).toArray(String[]::new));
    }

    String log() {
        return keycloak.getLogs();
    }

    void restart() {
        Cli.docker("restart", id());
        awaitHealthy();
    }

    void awaitHealthy() {
        Eventually.holds(
                () -> Cli.docker("inspect", "--format", "{{.State.Health.Status}}", id())
                        .equals("healthy"),
                () -> Cli.docker("logs", "--tail", "30", id()));
    }

    @Override
    void stop() {
        Stream.of(keycloak, mail, database).filter(Objects::nonNull).forEach(Startable::stop);
        if (network != null) {
            network.close();
        }
    }
}
