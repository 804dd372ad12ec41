package dev.atrium.outbox.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.network.ReachableAddresses;
import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import dev.atrium.outbox.message.MailContent;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.enums.HostnameVerificationPolicy;
import org.keycloak.email.EmailException;
import org.keycloak.truststore.FileTruststoreProvider;
import org.keycloak.truststore.JSSETruststoreConfigurator;

class SmtpAttemptTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Map<String, String> PLAIN = Map.of();

    @Nested
    class Given_a_mail_server_that_sends_a_byte_now_and_then {
        /** RFC 8446, section 5.1: a handshake record of 16384 bytes. */
        private static final String HANDSHAKE = "\u0016\u0003\u0003@\u0000";

        @Test
        void it_is_not_waited_for_longer_than_said_before_its_greeting() throws Exception {
            endsInTime("", PLAIN, HostnameVerificationPolicy.DEFAULT);
        }

        @Test
        void nor_after_it() throws Exception {
            endsInTime("220 test ESMTP\r\n250-", PLAIN, HostnameVerificationPolicy.DEFAULT);
        }

        @ParameterizedTest
        @EnumSource(
                value = HostnameVerificationPolicy.class,
                names = {"ANY", "DEFAULT"})
        void nor_while_it_shakes_hands(HostnameVerificationPolicy policy) throws Exception {
            endsInTime(HANDSHAKE, Map.of("ssl", "true"), policy);
        }

        @Test
        void nothing_else_is_sent_there_for_a_while() throws Exception {
            assertThat(endsInTime("220 test ESMTP\r\n250-", PLAIN, HostnameVerificationPolicy.DEFAULT))
                    .isInstanceOf(DeliveryResult.Unreachable.class);
        }

        private DeliveryResult endsInTime(
                String greeting, Map<String, String> settings, HostnameVerificationPolicy policy) throws Exception {
            try (DrippingServer server = DrippingServer.saying(greeting)) {
                Map<String, String> config = new HashMap<>(settings);
                config.put("host", "localhost");
                config.put("port", String.valueOf(server.port()));
                config.put("from", "atrium@example.org");
                SmtpAttempt attempt = new SmtpAttempt(
                        config,
                        SmtpAttemptTest::connect,
                        new MailRoute(() -> truststore(policy), anybody -> true),
                        PATIENCE);
                long before = System.nanoTime();
                DeliveryResult result = attempt.send(message());
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .isBetween(PATIENCE.dividedBy(2), PATIENCE.multipliedBy(3));
                return result;
            }
        }
    }

    @Nested
    class Given_a_mail_server_at_an_address_that_may_not_be_called {
        @ParameterizedTest
        @ValueSource(strings = {"none", "starttls", "ssl"})
        void it_is_not_called_by_any_name(String encryption) throws Exception {
            try (DrippingServer server = DrippingServer.saying("220 test ESMTP\r\n")) {
                Map<String, String> config = new HashMap<>(Map.of(encryption, "true"));
                config.put("host", "localhost");
                config.put("port", String.valueOf(server.port()));
                config.put("from", "atrium@example.org");
                MailRoute route = new MailRoute(
                        () -> truststore(HostnameVerificationPolicy.DEFAULT),
                        ReachableAddresses.beside("10.0.0.0/8")::contains);
                DeliveryResult result =
                        new SmtpAttempt(config, SmtpAttemptTest::connect, route, PATIENCE).send(message());
                assertThat(result).isEqualTo(SmtpAnswer.NOBODY_THERE);
                assertThat(server.calls()).isZero();
            }
        }
    }

    @Nested
    class Given_a_mail_server_that_is_not_there {
        @Test
        void a_name_that_nobody_knows_and_a_port_where_nobody_listens_are_answered_as_a_forbidden_address_is()
                throws Exception {
            assertThat(answer("nobody.invalid", 25)).isEqualTo(SmtpAnswer.NOBODY_THERE);
            assertThat(answer("localhost", closedPort())).isEqualTo(SmtpAnswer.NOBODY_THERE);
        }

        private DeliveryResult answer(String host, int port) {
            Map<String, String> config =
                    Map.of("host", host, "port", String.valueOf(port), "from", "atrium@example.org");
            MailRoute route = new MailRoute(() -> truststore(HostnameVerificationPolicy.DEFAULT), anybody -> true);
            return new SmtpAttempt(config, SmtpAttemptTest::connect, route, Duration.ofSeconds(20)).send(message());
        }

        private int closedPort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }

    private static void connect(Transport server) throws EmailException {
        try {
            server.connect();
        } catch (MessagingException e) {
            throw new EmailException("no connection", e);
        }
    }

    private static JSSETruststoreConfigurator truststore(HostnameVerificationPolicy policy) {
        try {
            KeyStore nobody = KeyStore.getInstance("PKCS12");
            nobody.load(null, null);
            return new JSSETruststoreConfigurator(
                    new FileTruststoreProvider(nobody, policy, Map.of(), Map.of(), nobody, Map.of(), Map.of()));
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static OutgoingMessage message() {
        return new OutgoingMessage(
                new MessageId(UUID.randomUUID().toString()),
                Channel.MAIL,
                new Destination("localhost"),
                "ann@example.org",
                "welcome",
                new MailContent("Welcome", "Welcome", null).json(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}
