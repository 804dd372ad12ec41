package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.outbox.Channel;
import dev.atrium.core.outbox.OutgoingMessage;
import org.junit.jupiter.api.Test;

/** Which messages go when Keycloak removes something. */
abstract class OutboxRemovalContract extends StoreContract {
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

    private OutgoingMessage added(MessageBuilder builder) {
        OutgoingMessage message = builder.build();
        outbox.add(message);
        return message;
    }
}
