package dev.atrium.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class KeycloakServerTest {

    @Test
    void notices_a_taken_port_before_it_starts_anything() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KeycloakServer.checkFree(taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " is in use: stop the program that listens there, then start again.");
        }
    }
}
