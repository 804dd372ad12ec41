package dev.atrium.tokens.consent;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ClientUuid;
import dev.atrium.core.consent.ConsentRecord;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.directory.scope.ScopeText;
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
public record ConsentedClientScopes(KeycloakSession session, RealmModel realm, UserId user, UserConsentModel consent) {
    /** For somebody who reads them; an export has no use for words. */
    public Stream<ConsentedClientScope> inWords() {
        return Optional.ofNullable(session.getContext().getUser()).stream()
                .flatMap(viewer -> inWordsOf(new ThemeMessages(session, viewer)));
    }

    private Stream<ConsentedClientScope> inWordsOf(ThemeMessages theme) {
        Map<String, ClientScopeModel> known = clientScopes(consent.getClient());
        ScopeText words = new ScopeText(theme, known);
        Set<String> elsewhere = Stream.concat(
                        consent.getGrantedClientScopes().stream(),
                        known.values().stream().filter(ClientScopeModel::isDisplayOnConsentScreen))
                .map(ClientScopeModel::getName)
                .collect(Collectors.toSet()); // what is on Keycloak's screen is in its consent, or was taken back there
        return agreed().scopes().stream()
                .filter(scope -> !elsewhere.contains(scope.text()))
                .map(scope -> new ConsentedClientScope(realm, scope.text(), words.line(scope)));
    }

    /** In all memberships; like at a sign-in, only what is not older than the consent. */
    private ScopeSet agreed() {
        ClientUuid client = new ClientUuid(consent.getClient().getId());
        long since = Optional.ofNullable(consent.getCreatedDate()).orElse(Long.MAX_VALUE);
        return session.getProvider(AtriumStoreProvider.class).grants(realm).ofUser(user).stream()
                .filter(grant -> grant.key().client().equals(client))
                .filter(grant -> grant.agreedAt().toEpochMilli() >= since)
                .map(ConsentRecord::agreed)
                .reduce(ScopeSet.EMPTY, ScopeSet::plus);
    }

    private static Map<String, ClientScopeModel> clientScopes(ClientModel client) {
        return AssignedScopes.all(client)
                .collect(Collectors.toMap(ClientScopeModel::getName, Function.identity(), (one, same) -> one));
    }
}
