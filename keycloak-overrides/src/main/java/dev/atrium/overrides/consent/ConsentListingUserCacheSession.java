package dev.atrium.overrides.consent;

import dev.atrium.core.account.UserId;
import dev.atrium.tokens.consent.ConsentedClientScopes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.infinispan.UserCacheManager;
import org.keycloak.models.cache.infinispan.UserCacheSession;

/** Keycloak's user cache, whose consents also list the scopes that are kept in Atrium's grants. */
final class ConsentListingUserCacheSession extends UserCacheSession {
    ConsentListingUserCacheSession(UserCacheManager cache, KeycloakSession session) {
        super(cache, session);
    }

    @Override
    public @Nullable UserConsentModel getConsentByClient(RealmModel realm, String userId, String clientId) {
        UserConsentModel consent = super.getConsentByClient(realm, userId, clientId);
        return consent == null ? null : listed(realm, userId, consent);
    }

    @Override
    public Stream<UserConsentModel> getConsentsStream(RealmModel realm, String userId) {
        return super.getConsentsStream(realm, userId).map(consent -> listed(realm, userId, consent));
    }

    @Override
    public void addConsent(RealmModel realm, String userId, UserConsentModel consent) {
        super.addConsent(realm, userId, ListedConsent.kept(consent));
    }

    @Override
    public void updateConsent(RealmModel realm, String userId, UserConsentModel consent) {
        super.updateConsent(realm, userId, ListedConsent.kept(consent));
    }

    /** A client that is in use loses its sessions, too, where nobody was asked for consent. */
    @Override
    public boolean revokeConsentForClient(RealmModel realm, String userId, String clientId) {
        return super.revokeConsentForClient(realm, userId, clientId) || isInUse(realm, userId, clientId);
    }

    private boolean isInUse(RealmModel realm, String userId, String clientId) {
        UserModel user = getUserById(realm, userId);
        return user != null
                && session.sessions()
                        .getUserSessionsStream(realm, user)
                        .anyMatch(userSession -> userSession.getAuthenticatedClientSessionByClient(clientId) != null);
    }

    private UserConsentModel listed(RealmModel realm, String userId, UserConsentModel consent) {
        return new ListedConsent(consent, new ConsentedClientScopes(session, realm, new UserId(userId), consent));
    }
}
