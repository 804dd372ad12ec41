package dev.atrium.store;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.membership.ProjectId;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Announces removals in a realm the way Keycloak does, to the listener that the store's factory registers. */
final class Removals {
    private final TestDatabase database;
    private final RealmModel realm;

    Removals(TestDatabase database, String realmId) {
        this.database = database;
        realm = answering(RealmModel.class, Map.of("getId", realmId));
    }

    void user(UserId id) {
        database.run(entities -> announce(userRemoved(id, entities)));
    }

    void rolledBack(UserId id) {
        database.run(entities -> {
            announce(userRemoved(id, entities));
            entities.getTransaction().rollback();
        });
    }

    void organization(ProjectId id) {
        OrganizationModel organization = answering(OrganizationModel.class, Map.of("getId", id.value()));
        database.run(entities -> announce(answering(
                OrganizationRemovedEvent.class,
                Map.of("getOrganization", organization, "getKeycloakSession", session(entities)))));
    }

    void client(ClientUuid id) {
        ClientModel client = answering(ClientModel.class, Map.of("getId", id.value(), "getRealm", realm));
        database.run(entities -> announce(answering(
                ClientRemovedEvent.class, Map.of("getClient", client, "getKeycloakSession", session(entities)))));
    }

    void realm() {
        database.run(entities -> announce(answering(
                RealmRemovedEvent.class, Map.of("getRealm", realm, "getKeycloakSession", session(entities)))));
    }

    private UserRemovedEvent userRemoved(UserId id, EntityManager entities) {
        UserModel user = answering(UserModel.class, Map.of("getId", id.value()));
        return answering(
                UserRemovedEvent.class,
                Map.of("getRealm", realm, "getUser", user, "getKeycloakSession", session(entities)));
    }

    private KeycloakSession session(EntityManager entities) {
        JpaConnectionProvider connection = answering(JpaConnectionProvider.class, Map.of("getEntityManager", entities));
        KeycloakContext context = answering(KeycloakContext.class, Map.of("getRealm", realm));
        KeycloakSessionFactory told = proxy(KeycloakSessionFactory.class, (proxy, method, arguments) -> null);
        return answering(
                KeycloakSession.class,
                Map.of(
                        "getProvider",
                        connection,
                        "getContext",
                        context,
                        "getKeycloakSessionFactory",
                        told,
                        "setAttribute",
                        ""));
    }

    private static void announce(ProviderEvent event) {
        KeycloakSessionFactory factory = proxy(KeycloakSessionFactory.class, (proxy, method, arguments) -> {
            ((ProviderEventListener) arguments[0]).onEvent(event);
            return null;
        });
        new JpaStoreProviderFactory().postInit(factory);
    }

    /** Answers these methods and fails on any other. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return proxy(type, (proxy, method, arguments) -> Objects.requireNonNull(answers.get(method.getName())));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
