package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Whether a person may come by a method: the one question of every way in, whatever flow, grant or page it is. Where
 * nothing says how somebody signs in, every method is theirs that the realm has.
 */
public final class LoginCheck {
    private final KeycloakSession session;
    private final UserModel person;
    private final AllowedMethods allowed;

    private LoginCheck(KeycloakSession session, UserModel person) {
        this.session = session;
        this.person = person;
        this.allowed = LoginPolicy.of(session).ofPerson(person);
    }

    public static LoginCheck of(KeycloakSession session, UserModel person) {
        return new LoginCheck(session, person);
    }

    public AllowedMethods allowed() {
        return allowed;
    }

    /** Whether something says how this person signs in: their link, a rule, their organization or the client. */
    public boolean isRestricted() {
        return allowed.by().source() != Source.DEFAULT;
    }

    /** An address counts here before it is proved, for that only turns people away. */
    public boolean admits(LoginMethod method) {
        return !isRestricted() || allowed.allows(method);
    }

    public boolean admits(UsedMethods used) {
        return !isRestricted()
                || used.areWithin(allowed)
                || used.provider().filter(this::admitsProvider).isPresent();
    }

    /** Whether this provider may bring this person. An organization may replace its provider by another of its own. */
    public boolean admits(IdentityProviderModel provider) {
        return admits(new LoginMethod.Provider(provider.getAlias()))
                || (isOfOrganization() && HomeIdpBinding.of(session, person).admits(provider));
    }

    /** The same of one that stands for this person already: an address that is not proved makes nobody anybody's. */
    public boolean binds() {
        return isRestricted() && (person.isEmailVerified() || !hangsOnAddress());
    }

    /** Whether their link to an organization's provider says so. */
    public boolean isLinked() {
        return allowed.by().source() == Source.LINK;
    }

    /** Whether it is about the person, whatever client they sign in to. */
    public boolean isOfPerson() {
        return isRestricted() && allowed.by().source() != Source.CLIENT;
    }

    private boolean admitsProvider(LoginMethod provider) {
        return Optional.of(provider)
                .filter(LoginMethod.Provider.class::isInstance)
                .map(method -> session.identityProviders().getByAlias(((LoginMethod.Provider) method).alias()))
                .filter(this::admits)
                .isPresent();
    }

    private boolean isOfOrganization() {
        return allowed.by().source() == Source.LINK || allowed.by().source() == Source.ORGANIZATION;
    }

    private boolean hangsOnAddress() {
        return person.getEmail() != null
                && (allowed.by().source() == Source.RULE || allowed.by().source() == Source.ORGANIZATION);
    }
}
