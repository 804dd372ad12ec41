package dev.atrium.passwordhash.computer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WithoutVectorsTest {
    @Test
    void a_Java_that_was_started_without_the_module_computes_in_plain_Java() throws IOException, InterruptedException {
        assertThat(told()).isEqualTo("[scalar] true");
    }

    @Test
    void a_Java_that_was_started_with_it_has_those_of_its_processor_too() throws IOException, InterruptedException {
        assertThat(told("--add-modules=jdk.incubator.vector"))
                .startsWith("[scalar")
                .endsWith("true");
    }

    private static String told(String... options) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder command = new ProcessBuilder(java.toString());
        command.command().addAll(List.of(options));
        command.command().addAll(List.of("-cp", System.getProperty("java.class.path"), Told.class.getName()));
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    /** Runs in a Java of its own. */
    static final class Told {
        public static void main(String... none) {
            var computers = Computers.available(1);
            System.out.println(computers.stream().map(HashComputer::name).toList() + " "
                    + computers.stream().allMatch(Trial::knowsTheStandard));
        }
    }
}
