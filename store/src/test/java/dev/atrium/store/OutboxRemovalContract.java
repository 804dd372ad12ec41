package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutgoingMessage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which messages go when Keycloak removes something. */
abstract class OutboxRemovalContract extends StoreContract {
    private static final Instant FAR = Instant.parse("2100-01-01T12:00:00Z");

    private final OutgoingMessage annasMail = added(MessageBuilder.message());
    private final OutgoingMessage bertsMail =
            added(MessageBuilder.message().user(BERT).project(SURGERY));
    private final OutgoingMessage annasCall = added(MessageBuilder.message().channel(Channel.WEBHOOK));
    private final Removals removals;

    OutboxRemovalContract(TestDatabase database) {
        super(database);
        removals = new Removals(database, realm);
    }

    @Test
    void the_mails_to_a_removed_user_go_but_others_are_told_of_it() {
        removals.user(ANNA);
        assertThat(outbox.find(annasMail.id())).isEmpty();
        assertThat(outbox.find(annasCall.id())).isPresent();
        assertThat(outbox.find(bertsMail.id())).isPresent();
    }

    @Test
    void the_mails_on_behalf_of_a_removed_project_go() {
        removals.organization(HOSPITAL);
        assertThat(outbox.find(annasMail.id())).isEmpty();
        assertThat(outbox.find(bertsMail.id())).isPresent();
    }

    @Test
    void all_messages_of_a_removed_realm_go() {
        removals.realm();
        assertThat(outbox.find(annasMail.id())).isEmpty();
        assertThat(outbox.find(annasCall.id())).isEmpty();
    }

    @Test
    void a_mail_that_waited_for_one_to_a_removed_user_is_due() {
        OutgoingMessage second =
                added(MessageBuilder.message().recipient("family").user(ANNA));
        OutgoingMessage third =
                added(MessageBuilder.message().recipient("family").user(BERT));
        postponed(second);
        removals.user(ANNA);
        assertThat(nextAttempt(third)).isBefore(FAR);
    }

    @Test
    void a_mail_that_waited_for_one_on_behalf_of_a_removed_project_is_due() {
        OutgoingMessage second = added(MessageBuilder.message().recipient("anna"));
        OutgoingMessage third = added(MessageBuilder.message().recipient("anna").project(SURGERY));
        postponed(second);
        removals.organization(HOSPITAL);
        assertThat(nextAttempt(third)).isBefore(FAR);
    }

    @Test
    void a_mail_that_waited_for_no_removed_one_keeps_its_time() {
        OutgoingMessage second =
                added(MessageBuilder.message().recipient("anna").project(SURGERY));
        added(MessageBuilder.message().recipient("anna"));
        postponed(second);
        removals.organization(HOSPITAL);
        assertThat(nextAttempt(second)).isEqualTo(FAR);
    }

    private void postponed(OutgoingMessage message) {
        queue.postpone(new DueMessage(realm, entry(message)), FAR, "Nobody there");
    }

    private Instant nextAttempt(OutgoingMessage message) {
        return entry(message).nextAttempt();
    }

    private OutboxEntry entry(OutgoingMessage message) {
        return outbox.find(message.id()).orElseThrow();
    }

    private OutgoingMessage added(MessageBuilder builder) {
        OutgoingMessage message = builder.build();
        outbox.add(message);
        return message;
    }
}
