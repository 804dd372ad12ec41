package dev.atrium.invitations.service;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/** Whose an e-mail address is, in the realm in context. */
public final class InvitedAccount {
    private final KeycloakSession session;
    private final RealmModel realm;

    public InvitedAccount(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The account with this address; where a realm allows several, any of them. */
    public Optional<UserModel> of(EmailAddress email) {
        return all(email).findFirst();
    }

    /** Whether somebody has it, and nobody who may sign in. */
    boolean isDisabled(EmailAddress email) {
        List<UserModel> found = all(email).toList();
        return !found.isEmpty() && found.stream().noneMatch(UserModel::isEnabled);
    }

    private Stream<UserModel> all(EmailAddress email) {
        UserProvider users = session.users();
        return realm.isDuplicateEmailsAllowed()
                ? users.searchForUserStream(realm, Map.of(UserModel.EMAIL, email.value(), UserModel.EXACT, "true"))
                : Stream.ofNullable(users.getUserByEmail(realm, email.value()));
    }

    /** Whom an invitation is bound to: where several may have the address, nobody yet. */
    Optional<UserId> idOf(EmailAddress email) {
        return realm.isDuplicateEmailsAllowed() ? Optional.empty() : of(email).map(user -> new UserId(user.getId()));
    }

    boolean isMember(EmailAddress email, OfferedMembership offered) {
        return all(email)
                .anyMatch(user -> session.getProvider(AtriumStoreProvider.class)
                                .memberships(realm)
                                .count(of(new UserId(user.getId()), offered))
                        > 0);
    }

    static MembershipFilter of(UserId user, OfferedMembership offered) {
        return new MembershipFilter(
                Optional.of(offered.project()), Optional.of(user), Optional.of(offered.profile()), Optional.empty());
    }
}
