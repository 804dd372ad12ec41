package dev.atrium.eventlisteners.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutgoingMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.io.IOException;
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
                SmtpAttempt attempt =
                        new SmtpAttempt(config, SmtpAttemptTest::connect, () -> truststore(policy), PATIENCE);
                long before = System.nanoTime();
                DeliveryResult result = attempt.send(message());
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .isBetween(PATIENCE.dividedBy(2), PATIENCE.multipliedBy(3));
                return result;
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
