package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.docs.Example;
import dev.atrium.tests.mail.Eventually;
import dev.atrium.tests.server.Checkout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A docker compose project made of files of docker/. */
final class Compose extends Engine {
    private static final String PROJECT = "atrium-tests";

    private final List<String> files;
    private final List<String> nodes;
    private final Map<String, String> environment = new HashMap<>();

    private Compose(List<String> files, List<String> nodes, Map<String, String> environment) {
        this.files = files;
        this.nodes = nodes;
        // The pack is there already; building it in the image, too, would fetch all it is built with.
        this.environment.put("ATRIUM_PACK", "archive");
        this.environment.putAll(environment);
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

    /** Starts it with the command of the docs for these files. */
    @Override
    void start() {
        String shown = Example.beginning("container.md", String.join(" ", command("docker", "compose")) + " up");
        runAsShown(shown.endsWith(" --detach") ? shown : shown + " --detach");
        awaitReady();
    }

    /** Starts it with a block of the docs that first says what the files ask for: here the test's own values count. */
    void startAsShown(String block) {
        runAsShown(start(block));
        awaitReady();
    }

    /** What compose makes of the files when they are started like that. */
    String readAsShown(String block) {
        return runAsShown(start(block).replace(" up --build --detach", " config"));
    }

    private String start(String block) {
        List<String> lines = block.lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(exported(lines.get(0))).isSubsetOf(environment.keySet());
        return lines.get(1);
    }

    private static List<String> exported(String line) {
        assertThat(line).startsWith("export ");
        return Stream.of(line.substring("export ".length()).split(" "))
                .map(variable -> variable.substring(0, variable.indexOf('=')))
                .toList();
    }

    @Override
    void stop() {
        run("down", "--volumes", "--remove-orphans");
    }

    /** Starts what does not run, and returns when each node can serve and the demo is seeded. */
    void up() {
        run("up", "--detach");
        awaitReady();
    }

    private void awaitReady() {
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

    /** Not by Compose, which refuses while a node that this one waits for at first is not ready for a moment. */
    void startAgain(String service) {
        Cli.docker("start", run("ps", "--all", "--quiet", service));
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

    /** The compose commands of an example of the docs, which name the same files; gives what they said. */
    String runAsShown(String example) {
        String start = String.join(" ", command("docker", "compose")) + " ";
        return example.replaceAll("\\\\\n *", "")
                .lines()
                .map(command -> {
                    assertThat(command).startsWith(start);
                    return run(command.substring(start.length()).split(" "));
                })
                .collect(Collectors.joining("\n"));
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
