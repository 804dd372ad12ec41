package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.LoginPattern;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Another e-mail address for a person than the one they have, which would be a way out of how their domain signs in. */
public record AddressChange(KeycloakSession session, UserModel person, Optional<String> address) {
    /**
     * Whether they may not choose it themselves. Who belongs to a provider keeps the address that it knows them by; others may have
     * one for which the same rule is.
     */
    public boolean isRefused() {
        return HomeIdpBinding.of(session, person).keeps()
                || rule().filter(now -> now.providers().findAny().isPresent() || !isOfSameRule(now))
                        .isPresent();
    }

    /** Whether this provider may not bring it. Their own may; one that no organization has, where the same rule has them sign in there. */
    public boolean isRefusedTo(IdentityProviderModel provider) {
        HomeIdpBinding home = HomeIdpBinding.of(session, person);
        boolean own = provider.getOrganizationId() != null
                && (home.keepsLinkTo(provider.getAlias()) || home.admits(provider));
        boolean named = rule().filter(this::isOfSameRule)
                .filter(now -> now.allows(new LoginMethod.Provider(provider.getAlias())))
                .isPresent();
        return !own && (home.keeps() || !named) && isRefused();
    }

    /** The rule for their domain, if it is theirs for sure; those for any address and for user names are about no domain. */
    private Optional<AllowedMethods> rule() {
        LoginCheck check = LoginCheck.of(session, person);
        return Optional.of(check.allowed())
                .filter(now ->
                        now.by().source() == Source.RULE && isForDomain(now.by().subject()) && check.binds());
    }

    private static boolean isForDomain(String pattern) {
        return LoginPattern.parse(pattern).filter(LoginPattern::namesDomain).isPresent();
    }

    private boolean isOfSameRule(AllowedMethods now) {
        return address.flatMap(LoginName::parse)
                .map(LoginPolicy.of(session)::ofName)
                .map(AllowedMethods::by)
                .filter(by -> by.source() == Source.RULE
                        && by.subject().equals(now.by().subject()))
                .isPresent();
    }
}
