package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A docker compose project made of files of docker/. */
final class Compose extends Engine {
    private static final String PROJECT = "atrium-tests";

    private final List<String> files;
    private final List<String> nodes;
    private final Map<String, String> environment;

    private Compose(List<String> files, List<String> nodes, Map<String, String> environment) {
        this.files = files;
        this.nodes = nodes;
        this.environment = environment;
    }

    /** As somebody starts it who tries Atrium out. */
    static Compose demo() {
        return new Compose(List.of("compose.yaml"), List.of("keycloak"), Map.of());
    }

    /** Two nodes behind a load balancer. */
    static Compose cluster() {
        return new Compose(
                List.of("compose.yaml", "compose.cluster.yaml"), List.of("keycloak", "keycloak-2"), Map.of());
    }

    /** A server for others, which people reach as this other file says, with what these files ask for. */
    static Compose production(String reached, Map<String, String> environment) {
        return new Compose(List.of("compose.production.yaml", reached), List.of("keycloak"), environment);
    }

    @Override
    void start() {
        up();
    }

    @Override
    void stop() {
        run("down", "--volumes", "--remove-orphans");
    }

    /** Starts what does not run, and returns when each node can serve and the demo is seeded. */
    void up() {
        run("up", "--detach");
        nodes.forEach(this::awaitHealthy);
        // Not "compose wait", which does not know a container that has ended already.
        run("ps", "--all", "--quiet", "--orphans=false")
                .lines()
                .filter(Compose::endsByItself)
                .forEach(seed -> assertThat(Cli.docker("wait", seed)).isEqualTo("0"));
    }

    private static boolean endsByItself(String container) {
        return Cli.docker("inspect", "--format", "{{index .Config.Labels \"com.docker.compose.service\"}}", container)
                .equals("seed");
    }

    /** Ends everything, in order. */
    void down() {
        run("down");
    }

    /** Ends a service at once, as with {@code kill -9}. */
    void kill(String service) {
        run("kill", service);
    }

    void startAgain(String service) {
        run("start", service);
        awaitHealthy(service);
    }

    void awaitHealthy(String service) {
        Eventually.holds(() -> run("ps", service).contains("(healthy)"), () -> run("logs", "--tail=30", service));
    }

    /** What exists of the project: containers, networks, volumes. */
    List<String> left() {
        String mine = "label=com.docker.compose.project=" + PROJECT;
        return Stream.of(
                        Cli.docker("ps", "--all", "--quiet", "--filter", mine),
                        Cli.docker("network", "ls", "--quiet", "--filter", mine),
                        Cli.docker("volume", "ls", "--quiet", "--filter", mine))
                .flatMap(String::lines)
                .toList();
    }

    /** The compose commands of an example of the docs, which name the same files. */
    void runAsShown(String example) {
        String start = String.join(" ", command("docker", "compose")) + " ";
        example.replaceAll("\\\\\n *", "").lines().forEach(command -> {
            assertThat(command).startsWith(start);
            run(command.substring(start.length()).split(" "));
        });
    }

    /** A compose command that must succeed; gives what it said. */
    String run(String... arguments) {
        List<String> command = command("docker", "compose", "--project-name", PROJECT);
        command.addAll(List.of(arguments));
        Cli done = Cli.run(Checkout.build().root().toFile(), environment, command);
        assertThat(done.exit()).as("%s: %s", command, done.output()).isZero();
        return done.output().strip();
    }

    private List<String> command(String... start) {
        List<String> command = new ArrayList<>(List.of(start));
        files.forEach(file -> command.addAll(List.of("-f", "docker/" + file)));
        return command;
    }
}
