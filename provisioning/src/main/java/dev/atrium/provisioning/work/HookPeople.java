package dev.atrium.provisioning.work;

import dev.atrium.core.account.AddressClaim;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.invitations.service.InvitedAccount;
import dev.atrium.provisioning.mapping.HookField;
import dev.atrium.provisioning.mapping.HookValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** The accounts that hooks speak of. */
final class HookPeople {
    private final KeycloakSession session;
    private final RealmModel realm;
    private final HookAdministrators administrators;

    HookPeople(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        administrators = new HookAdministrators(session);
    }

    Optional<UserModel> find(HookValues values, EmailAddress email) {
        if (realm.isDuplicateEmailsAllowed()) {
            throw values.conflict(
                    "email_ambiguous",
                    "In this realm several accounts can have the same e-mail address; map externalId instead.");
        }
        return Optional.ofNullable(session.users().getUserByEmail(realm, email.value()));
    }

    /**
     * The account with the event's address, or a new one.
     *
     * <p>Whoever registered with an address that they never proved to have must not become a member through it.
     */
    UserModel findOrMake(HookValues values) {
        EmailAddress email = values.email();
        Optional<UserModel> found = find(values, email);
        found.ifPresent(user -> {
            administrators.requireNone(values, user);
            requireTheirs(values, user);
        });
        return found.orElseGet(() -> make(values, email));
    }

    /** Refuses to do anything to an account with administrative roles. */
    void requireNoAdministrator(HookValues values, UserId id) {
        user(id).ifPresent(user -> administrators.requireNone(values, user));
    }

    /** As above, for whoever has the event's address now. */
    void requireNoAdministrator(HookValues values) {
        new InvitedAccount(session).of(values.email()).ifPresent(user -> administrators.requireNone(values, user));
    }

    /** Other systems give an old number to somebody new: an event of the one does nothing to the other. */
    void requireSame(HookValues values, UserId id) {
        boolean same = values.emailIfAny()
                .map(email -> user(id).map(UserModel::getEmail)
                        .filter(email.value()::equalsIgnoreCase)
                        .isPresent())
                .orElse(true);
        if (!same) {
            throw values.conflict("email_differs", "The membership belongs to an account with another e-mail address.");
        }
    }

    /** As {@link #findOrMake} is, before somebody gets a membership back. */
    void requireTheirs(HookValues values, UserId id) {
        user(id).ifPresent(user -> requireTheirs(values, user));
    }

    /** Where anybody could have made the account, they are out of it first; its owner proves the address by the mail. */
    private void requireTheirs(HookValues values, UserModel user) {
        UnverifiedAccountTakeover takeover = new UnverifiedAccountTakeover(session);
        AddressClaim claim = takeover.claim(user);
        if (claim != AddressClaim.PROVEN && !claim.isHandedOver()) {
            throw values.conflict(
                    "email_not_verified", "An account has this e-mail address, but the address is not verified.");
        }
        takeover.clear(user);
    }

    private Optional<UserModel> user(UserId id) {
        return Optional.ofNullable(session.users().getUserById(realm, id.value()));
    }

    private UserModel make(HookValues values, EmailAddress email) {
        UserModel user;
        try {
            UserProfile profile = session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.USER_API, attributes(values, email));
            profile.validate();
            user = profile.create();
        } catch (ValidationException invalid) {
            throw refused(values, email, invalid);
        }
        user.setEnabled(true);
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.REGISTER)
                .user(user)
                .detail(Details.REGISTER_METHOD, "atrium-hook")
                .success();
        return user;
    }

    private Map<String, List<String>> attributes(HookValues values, EmailAddress email) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(UserModel.USERNAME, List.of(email.value()));
        attributes.put(UserModel.EMAIL, List.of(email.value()));
        values.line(HookField.FIRST_NAME).ifPresent(name -> attributes.put(UserModel.FIRST_NAME, List.of(name)));
        values.line(HookField.LAST_NAME).ifPresent(name -> attributes.put(UserModel.LAST_NAME, List.of(name)));
        values.language()
                .filter(tag -> realm.isInternationalizationEnabled())
                .ifPresent(tag -> attributes.put(UserModel.LOCALE, List.of(tag)));
        return attributes;
    }

    /** Nobody had the address a moment ago: if somebody has it now, it is another call's work, or a registration. */
    private RuntimeException refused(HookValues values, EmailAddress email, ValidationException invalid) {
        if (session.users().getUserByEmail(realm, email.value()) != null) {
            return values.conflict(
                    "at_the_same_time",
                    "An account with this e-mail address has just been created; send the call again.");
        }
        return values.conflict(
                "account_refused",
                "The realm's user profile does not accept this account: "
                        + invalid.getErrors().stream()
                                .map(ValidationException.Error::getAttribute)
                                .sorted()
                                .toList());
    }
}
