package dev.atrium.tests.overrides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atrium.demo.Build;
import dev.atrium.demo.CannotStart;
import dev.atrium.demo.Distribution;
import dev.atrium.demo.KeycloakServer;
import dev.atrium.demo.ServerSettings;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/** A Keycloak with the pack in it, and with whatever a test changes in it. */
final class OtherKeycloak {
    private final Distribution distribution;
    private ServerSettings settings;

    private OtherKeycloak(Distribution distribution, ServerSettings settings) {
        this.distribution = distribution;
        this.settings = settings;
    }

    static OtherKeycloak in(Path directory) throws IOException {
        Build build = Checkout.build();
        int port = AtriumServer.freePort();
        ServerSettings settings = new ServerSettings(
                port,
                directory.resolve("data"),
                Map.of(
                        "KC_HTTP_ENABLED", "true",
                        "KC_HTTP_HOST", "localhost",
                        "KC_HOSTNAME", "http://localhost:" + port,
                        "KC_CACHE", "local"));
        Distribution distribution = Distribution.unpack(build.serverArchive(), directory.resolve("keycloak"))
                .withProviders(build.providers())
                .withPasswordLists(build.passwordLists())
                .withRealms(build.realmExport(), settings.baseUrl());
        return new OtherKeycloak(distribution, settings);
    }

    /** A jar in its {@code providers/}. */
    Path provider(String name) {
        return distribution.home().resolve("providers").resolve(name);
    }

    /** {@code kc.sh build}. */
    void build(String... options) throws IOException, InterruptedException {
        Path log = distribution.home().resolve("build.log");
        ProcessBuilder process = new ProcessBuilder(
                        distribution.command(Stream.concat(Stream.of("build", "--db=dev-file"), Stream.of(options))
                                .toList()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().putAll(settings.environment());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(process.start().waitFor()).as(Files.readString(log)).isZero();
    }

    /** Puts another class in the place of one of Keycloak's. */
    void patch(Class<?> type, UnaryOperator<ClassVisitor> change) throws IOException {
        Path jar = library("keycloak-services");
        Map<String, byte[]> files = Jars.read(jar);
        files.computeIfPresent(type.getName().replace('.', '/') + ".class", (name, file) -> {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(file).accept(change.apply(writer), 0);
            return writer.toByteArray();
        });
        Jars.write(jar, files);
    }

    /** Has it take itself for another release. */
    void claim(String version) throws IOException {
        Path jar = library("keycloak-common");
        Map<String, byte[]> files = Jars.read(jar);
        files.computeIfPresent(
                "keycloak-version.properties",
                (name, file) -> new String(file, StandardCharsets.UTF_8)
                        .replaceAll("(?m)^version=.*$", "version=" + version)
                        .getBytes(StandardCharsets.UTF_8));
        Jars.write(jar, files);
    }

    /** What it says when it is started with no data and ends before it answers. */
    String refusal(String... options) {
        return catchThrowableOfType(CannotStart.class, () -> start(options).close())
                .getMessage();
    }

    /** Starts it with no data. */
    KeycloakServer start(String... options) throws IOException, InterruptedException {
        settings = new ServerSettings(settings.port(), Scratch.directory("alarm"), settings.environment());
        List<String> arguments = Stream.concat(Stream.of("start", "--optimized"), Stream.of(options))
                .toList();
        return KeycloakServer.start(distribution, arguments, settings, System.out::println);
    }

    String log() throws IOException {
        return Files.readString(settings.log());
    }

    boolean hasDatabase() {
        return Files.exists(settings.directory().resolve("keycloakdb.mv.db"));
    }

    /** Takes every change of its own jars back. */
    void restore() throws IOException {
        try (Stream<Path> kept = Files.list(kept())) {
            for (Path jar : kept.toList()) {
                Files.move(jar, libraries().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path library(String artifact) throws IOException {
        try (Stream<Path> jars = Files.list(libraries())) {
            Path jar = jars.filter(
                            one -> one.getFileName().toString().matches("org\\.keycloak\\." + artifact + "-\\d.*"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(jar, kept().resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            return jar;
        }
    }

    private Path libraries() {
        return distribution.home().resolve("lib/lib/main");
    }

    private Path kept() throws IOException {
        return Files.createDirectories(distribution.home().resolve("kept"));
    }
}
