package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.mail.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A docker compose project made of files of docker/. */
final class Compose extends Engine {
    private static final String PROJECT = "atrium-tests";

    private final List<String> files;
    private final List<String> nodes;

    private Compose(List<String> files, List<String> nodes) {
        this.files = files;
        this.nodes = nodes;
    }

    /** As somebody starts it who tries Atrium out. */
    static Compose demo() {
        return new Compose(List.of("compose.yaml"), List.of("keycloak"));
    }

    /** Two nodes behind a load balancer. */
    static Compose cluster() {
        return new Compose(List.of("compose.yaml", "compose.cluster.yaml"), List.of("keycloak", "keycloak-2"));
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
        assertThat(run("wait", "seed")).endsWith("0");
        nodes.forEach(this::awaitHealthy);
    }

    /** Ends everything, in order. */
    void down() {
        run("down");
    }

    /** Ends a service at once, as with {@code kill -9}. */
    void kill(String service) {
        run("kill", service);
    }

    /** Ends a service in order and starts it again. */
    void restart(String service) {
        run("restart", service);
        awaitHealthy(service);
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

    /** A compose command that must succeed; gives what it said. */
    String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", PROJECT));
        files.forEach(file -> command.addAll(List.of("-f", "docker/" + file)));
        command.addAll(List.of(arguments));
        Cli done = Cli.run(Image.directory(), Map.of(), command);
        assertThat(done.exit()).as("%s: %s", command, done.output()).isZero();
        return done.output().strip();
    }
}
