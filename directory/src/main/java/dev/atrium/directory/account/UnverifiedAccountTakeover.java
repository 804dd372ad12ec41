package dev.atrium.directory.account;

import dev.atrium.core.account.AccountEvidence;
import dev.atrium.core.account.AddressClaim;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.directory.homeidp.UserFederation;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Gives an account whose address nobody had proved to whoever has just proved it: anybody could have registered with the
 * address. What they got in with gets nobody in any more, what they had begun leads nowhere, and what they had agreed to
 * is agreed no more. It runs at every way by which the owner of an address comes to an account without its credentials.
 */
public final class UnverifiedAccountTakeover {
    private final KeycloakSession session;
    private final RealmModel realm;

    public UnverifiedAccountTakeover(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Whose the account is, as far as the address goes. */
    public AddressClaim claim(UserModel user) {
        FormerAccess access = access(user);
        return new AccountEvidence(
                        user.isEmailVerified(),
                        UserFederation.keeps(user),
                        access::exists,
                        () -> isMember(user) || access.isOfOrganizationMember())
                .claim();
    }

    /** The address is proved; of what was there before only the account is left, and what it may do. */
    public void of(UserModel user) {
        clear(user);
        user.setEmailVerified(true);
    }

    /** Nobody is in the account any more, and its address is not proved yet. */
    public void clear(UserModel user) {
        if (claim(user).isHandedOver()) {
            access(user).end(alias -> false);
        }
    }

    /**
     * A link was followed that was sent to the address. Who made an account a member may have meant whoever is in it, so
     * there a second factor stays, and the link to an organization's provider.
     */
    public void byMail(UserModel user) {
        prove(user, alias -> false);
    }

    /** The same where an identity provider vouches for the address: its link, which brought the person, stays as well. */
    public void byProvider(UserModel user, String provider) {
        prove(user, provider::equals);
    }

    private void prove(UserModel user, Predicate<String> keptProviders) {
        AddressClaim claim = claim(user);
        if (claim.isHandedOver()) {
            access(user).end(keptProviders);
        } else if (claim.needsCredentials()) {
            access(user).endOfMember(keptProviders);
        }
        user.setEmailVerified(true);
    }

    private FormerAccess access(UserModel user) {
        return new FormerAccess(session, realm, user);
    }

    private boolean isMember(UserModel user) {
        MembershipFilter theirs = new MembershipFilter(
                Optional.empty(), Optional.of(new UserId(user.getId())), Optional.empty(), Optional.empty());
        return session.getProvider(AtriumStoreProvider.class).memberships(realm).count(theirs) > 0;
    }
}
