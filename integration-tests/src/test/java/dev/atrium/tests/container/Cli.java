package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a command of a person at a shell said, and how it ended. */
record Cli(int exit, String output) {

    /** Runs a command in this directory, with more in its environment, to its end. */
    static Cli run(File directory, Map<String, String> environment, List<String> command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Cli(process.waitFor(), output);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Runs a docker command that must succeed; gives what it said. */
    static String docker(String... arguments) {
        Cli done = tryDocker(arguments);
        assertThat(done.exit)
                .as("docker %s: %s", String.join(" ", arguments), done.output)
                .isZero();
        return done.output.strip();
    }

    /** Runs a docker command that may fail. */
    static Cli tryDocker(String... arguments) {
        return run(new File("."), Map.of(), command("docker", arguments));
    }

    private static List<String> command(String program, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = program;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return List.of(all);
    }
}
