package dev.atrium.tests.admin;

import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Keycloak's command line tool, from the distribution that is tested; signed in as the server's admin. */
public record Kcadm(Path script, Path config) {
    /** A JVM for one request each: it is gone before a better compiler has done its work. */
    public static final String OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** What a command printed, of either kind, and how it ended. */
    public record Output(int exit, String text) {}

    /** The tool of this system. */
    public static Path tool() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Path server = Checkout.build().server(AtriumServer.baseUrl().getPort());
        return server.resolve("bin").resolve(windows ? "kcadm.bat" : "kcadm.sh");
    }

    /** Signs in; what the tool keeps of that goes into this directory. */
    public static Kcadm signedIn(Path directory) {
        Kcadm kcadm = new Kcadm(tool(), directory.resolve("kcadm.config"));
        kcadm.run(
                "config",
                "credentials",
                "--server",
                AtriumServer.baseUrl().toString(),
                "--realm",
                "master",
                "--user",
                ServerSettings.ADMIN,
                "--password",
                ServerSettings.ADMIN_PASSWORD);
        return kcadm;
    }

    /** Runs a command and gives what it printed; it must succeed. */
    public String run(String... command) {
        Output output = attempt(command);
        if (output.exit() != 0) {
            throw new AssertionError("kcadm " + List.of(command) + " said: " + output.text());
        }
        return output.text();
    }

    /** Runs a command that may fail. */
    public Output attempt(String... command) {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(command));
        line.addAll(List.of("--config", config.toString()));
        try {
            Path printed = Files.createTempFile(config.getParent(), "kcadm", ".out");
            ProcessBuilder tool =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(printed.toFile());
            tool.environment().put("KC_OPTS", OPTIONS);
            Process process = tool.start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("kcadm did not end: " + Files.readString(printed));
            }
            return new Output(process.exitValue(), Files.readString(printed).strip());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
