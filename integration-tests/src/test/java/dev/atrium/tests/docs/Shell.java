package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.admin.Kcadm;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A shell as a reader of the docs has it, with the tools on its path, in which a command that fails ends all. */
public final class Shell {
    private static final String BEGINNING = """
            set -euo pipefail
            kcadm.sh() { "$KCADM" "$@" --config "$KCADM_CONFIG"; }
            curl() { command curl --fail-with-body "$@"; }
            """;

    private final Path directory;
    private final TestRealm realm;

    public Shell(Path directory, TestRealm realm) {
        this.directory = directory;
        this.realm = realm;
    }

    /** Types these blocks as they stand, but for where the server is and what the realm is called; gives the output. */
    public String types(String... blocks) {
        try {
            Path script = directory.resolve("typed.sh");
            Files.writeString(script, BEGINNING + here(String.join("\n", blocks)) + "\n");
            Path printed = directory.resolve("printed.txt");
            ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
            bash.environment().put("KCADM", Kcadm.tool().toString());
            bash.environment()
                    .put("KCADM_CONFIG", directory.resolve("kcadm.config").toString());
            bash.environment().put("KC_OPTS", Kcadm.OPTIONS);
            bash.environment().put("KC_CLI_PASSWORD", ServerSettings.ADMIN_PASSWORD);
            Process process = bash.directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String output = Files.readString(printed);
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String here(String typed) {
        return typed.replace("http://localhost:8080", AtriumServer.baseUrl().toString())
                .replace("-r atrium", "-r " + realm.name())
                .replace("realms/atrium", "realms/" + realm.name());
    }
}
