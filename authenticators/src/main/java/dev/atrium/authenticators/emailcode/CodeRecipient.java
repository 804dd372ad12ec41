package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.credentials.TypedName;
import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.UnverifiedAccountTakeover;
import dev.atrium.directory.login.LoginPolicy;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Whom a code is for, by what is known before it is typed: a name that somebody typed, which may be nobody's, or a person.
 *
 * @param value the name, or the id of the user
 */
record CodeRecipient(Factor factor, boolean known, String value) {
    /** What a code stands for. */
    enum Factor {
        /** It shows who somebody is. */
        FIRST,
        /** It is asked of somebody who has shown that already. */
        SECOND
    }

    /** Why somebody gets no code, in the word for events and in a sentence for administrators. */
    record Bar(String error, String reason) {}

    static CodeRecipient typed(String name) {
        return new CodeRecipient(Factor.FIRST, false, name.strip().toLowerCase(Locale.ROOT));
    }

    static CodeRecipient of(UserModel user, Factor factor) {
        return new CodeRecipient(factor, true, user.getId());
    }

    /** The same for the same recipient, and for no other. */
    String key() {
        return factor + (known ? ".id." : ".name.") + value;
    }

    Optional<UserModel> person(KeycloakSession session) {
        return known
                ? Optional.ofNullable(
                        session.users().getUserById(session.getContext().getRealm(), value))
                : TypedName.person(session, value);
    }

    /**
     * The person as the database has them, not the cache: the address that is compared now is then the one that is marked
     * as verified afterwards, whatever somebody else changes at the same time.
     */
    Optional<UserModel> presentPerson(KeycloakSession session) {
        Optional<UserModel> person = person(session);
        person.filter(CachedUserModel.class::isInstance)
                .map(CachedUserModel.class::cast)
                .ifPresent(CachedUserModel::invalidate);
        return person;
    }

    static Optional<EmailAddress> address(UserModel person) {
        return Optional.ofNullable(person.getEmail()).flatMap(EmailAddress::parse);
    }

    /** Why this person neither gets a code nor in with one. */
    Optional<Bar> bar(KeycloakSession session, Optional<UserModel> person) {
        if (person.isEmpty() || person.get().getServiceAccountClientLink() != null) {
            return bar(Errors.USER_NOT_FOUND, "Nobody has this name or e-mail address");
        }
        return locked(session, person.get())
                .or(() -> addressless(person.get()))
                .or(() -> refused(session, person.get()));
    }

    private static Optional<Bar> locked(KeycloakSession session, UserModel person) {
        RealmModel realm = session.getContext().getRealm();
        String error = AuthenticatorUtils.getDisabledByBruteForceEventError(
                session.getProvider(BruteForceProtector.class), session, realm, person);
        if (error != null) {
            return bar(error, "The account is locked after too many failures");
        }
        return person.isEnabled() ? Optional.empty() : bar(Errors.USER_DISABLED, "The account is disabled");
    }

    private static Optional<Bar> addressless(UserModel person) {
        return address(person).isPresent()
                ? Optional.empty()
                : bar(Errors.INVALID_EMAIL, "The account has no e-mail address that mails can reach");
    }

    private Optional<Bar> refused(KeycloakSession session, UserModel person) {
        if (factor == Factor.SECOND) {
            return new UnverifiedAccountTakeover(session).claim(person).isProven()
                    ? Optional.empty()
                    : bar(Errors.INVALID_EMAIL, "The e-mail address is not verified");
        }
        return LoginPolicy.of(session).ofPerson(person).allows(Own.EMAIL_CODE)
                ? Optional.empty()
                : bar(Errors.INVALID_USER_CREDENTIALS, "This person may not sign in with an e-mail code");
    }

    private static Optional<Bar> bar(String error, String reason) {
        return Optional.of(new Bar(error, reason));
    }
}
