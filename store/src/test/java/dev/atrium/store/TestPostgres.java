package dev.atrium.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL from the binaries on the class path; it goes with the JVM.
 *
 * <p>PostgreSQL refuses to run as root. In a container one often is root, and user namespaces (`unshare -U`) are often
 * forbidden there; so root gives the directory to the user nobody and starts everything as that user.
 */
public final class TestPostgres {
    private static final String NOBODY = "65534";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final boolean root;
    private final int port;

    private TestPostgres() throws IOException {
        home = Files.createTempDirectory("atrium-postgres");
        root = home.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(home, "unix:uid").equals(0);
        if (root) {
            Files.setOwner(
                    home, home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    /** Starts a server and answers its JDBC URL. */
    public static String start() {
        try {
            TestPostgres postgres = new TestPostgres();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::stop));
            postgres.unpack();
            postgres.initialize();
            postgres.serve();
            return postgres.url();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("PostgreSQL for the tests does not start", broken);
        }
    }

    private void unpack() throws IOException, InterruptedException {
        Process tar = launch("tar", "-x", "-f", "-");
        try (InputStream packed = binaries();
                OutputStream unpacked = tar.getOutputStream()) {
            new XZInputStream(packed).transferTo(unpacked);
        }
        check(tar);
    }

    private static InputStream binaries() {
        String arch = System.getProperty("os.arch");
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String file = "/postgres-%s-%s.txz"
                .formatted(
                        os.startsWith("win") ? "windows" : os.startsWith("mac") ? "darwin" : "linux",
                        "aarch64".equals(arch) ? "arm_64" : "x86_64");
        InputStream binaries = TestPostgres.class.getResourceAsStream(file);
        if (binaries == null) {
            throw new IllegalStateException("no PostgreSQL for this machine on the class path: " + file);
        }
        return binaries;
    }

    /** With a collation of PostgreSQL's own, so that the machine's locale changes nothing. */
    private void initialize() throws IOException, InterruptedException {
        check(launch(
                bin("initdb"),
                "--pgdata=data",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync"));
    }

    private void serve() throws IOException, InterruptedException {
        Process server = launch(
                bin("postgres"),
                "-D",
                "data",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off");
        long start = System.nanoTime();
        while (!answers()) {
            if (!server.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("PostgreSQL does not answer:\n" + log());
            }
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            DriverManager.getConnection(url()).close();
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    private void stop() {
        try {
            launch(bin("pg_ctl"), "stop", "--pgdata=data", "--mode=immediate").waitFor();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException("PostgreSQL for the tests does not stop", broken);
        } finally {
            delete();
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String bin(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    private Process launch(String... command) throws IOException {
        List<String> line = new ArrayList<>();
        if (root) {
            line.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
        }
        line.addAll(List.of(command));
        return new ProcessBuilder(line)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private void check(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("PostgreSQL for the tests is not set up:\n" + log());
        }
    }

    private String log() {
        try {
            return Files.readString(home.resolve("log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
