package dev.atrium.directory.login;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.directory.project.Projects;
import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;

/**
 * Whether a session may go on: by the method it began with, and by what is allowed today. It is asked whenever an app
 * uses the session, so of a domain that no organization had a moment ago the database is not asked again.
 */
public final class SessionCheck {
    private final KeycloakSession session;
    private final UserSessionModel userSession;

    public SessionCheck(KeycloakSession session, UserSessionModel userSession) {
        this.session = session;
        this.userSession = userSession;
    }

    public boolean isRefused() {
        return isPersons() && !mayGoOn(UsedMethods.of(userSession));
    }

    /** Whether it may not begin by a way that is none of the methods: an address counts before it is proved, as at each sign-in. */
    public boolean isRefusedWithoutMethod() {
        return isPersons() && check().isRestricted();
    }

    private boolean mayGoOn(UsedMethods used) {
        LoginCheck check = check();
        return !check.binds() || check.admits(used);
    }

    private LoginCheck check() {
        UserModel person = userSession.getUser();
        Optional.ofNullable(person.getEmail())
                .flatMap(EmailAddress::parse)
                .map(EmailAddress::domain)
                .ifPresent(new Projects(session)::recall);
        return LoginCheck.of(session, person);
    }

    /** An administrator who is signed in as somebody came by none of the methods, and a service is nobody. */
    private boolean isPersons() {
        UserModel user = userSession.getUser();
        return user != null
                && !LightweightUserAdapter.isLightweightUser(user)
                && user.getServiceAccountClientLink() == null
                && userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) == null;
    }
}
