package dev.atrium.directory.account;

import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.login.LoginPolicy;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Another user name for a person, which would be a way out of how they sign in: without an address, the user name decides. */
public record UsernameChange(KeycloakSession session, UserModel person, String username) {
    private static final Set<Source> BY_NAME = Set.of(Source.RULE, Source.ORGANIZATION);

    /** Whether they may not choose it themselves: people with an address may, and others one for which the same rule is. */
    public boolean isRefused() {
        DecidedBy now = LoginPolicy.of(session).ofPerson(person).by();
        return hasNoAddress() && BY_NAME.contains(now.source()) && !isDecidedBy(now);
    }

    private boolean hasNoAddress() {
        return Optional.ofNullable(person.getEmail())
                .filter(email -> !email.isBlank())
                .isEmpty();
    }

    private boolean isDecidedBy(DecidedBy now) {
        return LoginName.parse(username)
                .map(name -> LoginPolicy.of(session).ofName(name).by())
                .filter(by -> by.source() == now.source() && by.subject().equals(now.subject()))
                .isPresent();
    }
}
