package dev.atrium.tests.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Maven that runs these tests, for a build within the build: without the network, and somewhere else in the world. */
final class Maven {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private Maven() {}

    /** Ends with the build; throws when it fails, with what it said. */
    static void run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        Path log = directory.resolve("build.log");
        ProcessBuilder maven = new ProcessBuilder(command(arguments))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("TZ", "Pacific/Auckland");
        maven.environment().put("LC_ALL", "C");
        maven.environment()
                .merge("MAVEN_OPTS", "-Duser.language=tr -Duser.country=TR", (set, more) -> set + " " + more);
        if (maven.start().waitFor() != 0) {
            throw new AssertionError("The build in " + directory + " failed:\n" + Files.readString(log));
        }
    }

    private static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (!WINDOWS) {
            command.addAll(List.of("sh", "-c", "umask 002 && exec \"$@\"", "sh"));
        }
        command.add(program());
        command.addAll(List.of("-B", "-ntp", "-q", "-o", "-T1C"));
        told("maven.repo.local").ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        told("maven.settings").ifPresent(files -> command.addAll(settings(files.split("\\|"))));
        command.addAll(arguments);
        return command;
    }

    /** What Maven kept from a mirror it uses offline only under the same settings. */
    private static List<String> settings(String[] userAndGlobal) {
        List<String> settings = new ArrayList<>();
        List<String> options = List.of("-s", "-gs");
        for (int i = 0; i < options.size(); i++) {
            if (Files.exists(Path.of(userAndGlobal[i]))) {
                settings.addAll(List.of(options.get(i), userAndGlobal[i]));
            }
        }
        return settings;
    }

    private static String program() {
        String name = WINDOWS ? "mvn.cmd" : "mvn";
        return told("maven.home")
                .map(home -> Path.of(home, "bin", name).toString())
                .orElse(name);
    }

    private static Optional<String> told(String property) {
        return Optional.ofNullable(System.getProperty(property));
    }
}
