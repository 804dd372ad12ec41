package dev.atrium.protocolmappers.consent;

import dev.atrium.core.project.ClientUuid;
import dev.atrium.core.project.Grant;
import dev.atrium.core.project.UserId;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.support.scope.ScopeWords;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;

/** The scopes that a person agreed to, for the client of a consent, beside those that the consent itself holds. */
record AgreedScopes(KeycloakSession session, RealmModel realm, UserId user, UserConsentModel consent) {
    /** For somebody who reads them; an export has no use for words. */
    Stream<AgreedClientScope> inWords() {
        return Optional.ofNullable(session.getContext().getUser())
                .map(viewer -> new ScopeWords(new ThemeWords(session, viewer), clientScopes(consent.getClient())))
                .map(this::in)
                .orElseGet(Stream::empty);
    }

    private Stream<AgreedClientScope> in(ScopeWords words) {
        Set<String> held = consent.getGrantedClientScopes().stream()
                .map(ClientScopeModel::getName)
                .collect(Collectors.toSet());
        return agreed().scopes().stream()
                .filter(scope -> !held.contains(scope.text()))
                .map(scope -> new AgreedClientScope(realm, scope.text(), words.line(scope)));
    }

    /** In all memberships; like at a sign-in, only what is not older than the consent. */
    private ScopeSet agreed() {
        ClientUuid client = new ClientUuid(consent.getClient().getId());
        long since = Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE);
        return session.getProvider(AtriumStoreProvider.class).grants(realm).ofUser(user).stream()
                .filter(grant -> grant.key().client().equals(client))
                .filter(grant -> grant.agreedAt().toEpochMilli() >= since)
                .map(Grant::agreed)
                .reduce(ScopeSet.EMPTY, ScopeSet::plus);
    }

    private static Map<String, ClientScopeModel> clientScopes(ClientModel client) {
        return Stream.of(true, false)
                .flatMap(byDefault -> client.getClientScopes(byDefault).values().stream())
                .collect(Collectors.toMap(ClientScopeModel::getName, Function.identity(), (one, same) -> one));
    }
}
