package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.mail.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's nginx in front of a FHIR server, on a port of its own of this machine. */
record Nginx(Process process, int port) implements AutoCloseable {
    private static final String SETTINGS = """
            daemon off;
            master_process off;
            pid nginx.pid;
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                server {
                    listen 127.0.0.1:%d;
                    %s
                }
            }
            """;

    /** With this in its server block; a test that needs it is skipped where nginx is not installed. */
    static Nginx with(Path directory, String rules) {
        Optional<Path> nginx = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(nginx.isPresent(), "SKIPPED: no nginx here; install nginx-light to run this test");
        try {
            int port = freePort();
            Path settings = Files.writeString(directory.resolve("nginx.conf"), SETTINGS.formatted(port, rules));
            Process process = new ProcessBuilder(
                            nginx.get().toString(), "-p", directory.toString(), "-c", settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("nginx.log").toFile())
                    .start();
            Nginx started = new Nginx(process, port);
            Eventually.holds(started::answers, () -> "nginx does not listen, see its log in " + directory);
            return started;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        process.destroy();
        assertThat(process.onExit().join().isAlive()).isFalse();
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
