package dev.atrium.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutgoingMessageTest {
    private static final MessageId ID = new MessageId("0a1b2c3d-0000-4000-8000-00000000000a");

    @Test
    void refuses_a_recipient_that_does_not_fit_its_column() {
        assertThatIllegalArgumentException().isThrownBy(() -> message("a".repeat(256), "welcome"));
    }

    @Test
    void refuses_a_message_about_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> message("anna@example.org", ""));
    }

    @Test
    void refuses_a_destination_without_a_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Destination(""));
    }

    @Test
    void reads_an_id_only_as_it_is_written() {
        assertThat(MessageId.parse(ID.value())).contains(ID);
        assertThat(MessageId.parse("0A1B2C3D-0000-4000-8000-00000000000A")).isEmpty();
    }

    private static OutgoingMessage message(String recipient, String topic) {
        return new OutgoingMessage(
                ID,
                Channel.MAIL,
                new Destination("smtp/realm"),
                recipient,
                topic,
                "{}",
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }
}
