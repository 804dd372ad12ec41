package dev.atrium.directory.login;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.homeidp.HomeIdp;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** What an identity provider has to say about an e-mail address: by a rule for its domain, else as its organization's. */
public record AddressAuthority(KeycloakSession session, IdentityProviderModel provider) {
    private static final String ANY_ADDRESS = "*";

    /** Whether it may bring people with this address: not where a rule or an organization has them sign in elsewhere. */
    public boolean mayBring(EmailAddress email) {
        Optional<AllowedMethods> rule = rule(email);
        if (rule.isPresent() && !isAmong(rule.get())) {
            return rule.get().by().client().isPresent(); // a client's narrower list is no word about the domain
        }
        return rule.filter(AddressAuthority::isForDomain).isPresent() || HomeIdp.maySpeakFor(session, email, provider);
    }

    /** Whether the domain is one of its own. */
    public boolean isOwnDomain(EmailAddress email) {
        return provider.getOrganizationId() != null || isNamedForDomain(email);
    }

    /** Whether people of just this domain are sent to it: who has the address there has the account here. */
    public boolean isHomeOf(EmailAddress email) {
        return rule(email).isPresent()
                ? isNamedForDomain(email)
                : HomeIdp.of(session, email)
                        .filter(home -> home.getAlias().equals(provider.getAlias()))
                        .isPresent();
    }

    /** Whether a rule for just this domain has its people sign in elsewhere. */
    public boolean isLeftOut(EmailAddress email) {
        return rule(email)
                .filter(AddressAuthority::isForDomain)
                .filter(allowed -> !isAmong(allowed))
                .isPresent();
    }

    /** To name a provider for any address makes it nobody's home. */
    private boolean isNamedForDomain(EmailAddress email) {
        return rule(email)
                .filter(AddressAuthority::isForDomain)
                .filter(this::isAmong)
                .isPresent();
    }

    private Optional<AllowedMethods> rule(EmailAddress email) {
        return LoginName.parse(email.value())
                .map(LoginPolicy.of(session)::ofName)
                .filter(allowed -> allowed.by().source() == Source.RULE);
    }

    private boolean isAmong(AllowedMethods allowed) {
        return allowed.allows(new LoginMethod.Provider(provider.getAlias()));
    }

    private static boolean isForDomain(AllowedMethods allowed) {
        return !allowed.by().subject().equals(ANY_ADDRESS);
    }
}
