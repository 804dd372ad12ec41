package dev.atrium.setup.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerCheckTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Nested
    class Given_no_mail_server {
        @Test
        void says_so_and_asks_none() {
            MailServerCheck check = new MailServerCheck(Map.of());

            assertThat(check.missing()).isPresent();
            assertThat(check.unreachable(threads)).isEmpty();
        }

        @Test
        void a_server_without_a_sender_is_none() {
            assertThat(new MailServerCheck(Map.of("host", "localhost")).missing())
                    .isPresent();
        }
    }

    @Nested
    class Given_a_mail_server {
        @Test
        void one_that_listens_is_fine() throws IOException {
            try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                assertThat(at(String.valueOf(listening.getLocalPort())).unreachable(threads))
                        .isEmpty();
            }
        }

        @Test
        void one_that_does_not_is_found() throws IOException {
            int port;
            try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }

            assertThat(at(String.valueOf(port)).unreachable(threads))
                    .hasValueSatisfying(found -> assertThat(found.subject()).isEqualTo("127.0.0.1:" + port));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "65536", "smtp", "-1"})
        void one_at_a_port_that_is_none_is_found(String port) {
            assertThat(at(port).unreachable(threads)).isPresent();
        }

        private MailServerCheck at(String port) {
            return new MailServerCheck(Map.of("host", "127.0.0.1", "from", "a@example.org", "port", port));
        }
    }
}
