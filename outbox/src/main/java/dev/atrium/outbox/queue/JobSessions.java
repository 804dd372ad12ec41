package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.OutboxQueue;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Sessions for work outside of requests, each with a transaction of its own. */
final class JobSessions {
    private final KeycloakSessionFactory factory;

    JobSessions(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    <T> T ask(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, work::apply);
    }

    <T> T queue(Function<OutboxQueue, T> work) {
        return ask(session ->
                work.apply(session.getProvider(AtriumStoreProvider.class).outboxQueue()));
    }
}
