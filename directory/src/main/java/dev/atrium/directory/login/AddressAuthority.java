package dev.atrium.directory.login;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.LoginPattern;
import dev.atrium.core.login.LoginRule;
import dev.atrium.directory.homeidp.HomeIdp;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/**
 * What an identity provider has to say about an e-mail address: by a rule for its domain, else as its organization's. A client that
 * takes less of a rule says nothing about the domain.
 */
public record AddressAuthority(KeycloakSession session, IdentityProviderModel provider) {
    /** Whether it may bring people with this address: not where a rule or an organization has them sign in elsewhere. */
    public boolean mayBring(EmailAddress email) {
        Optional<LoginRule> rule = rule(email);
        if (rule.isPresent() && !isAmong(rule.get())) {
            return false;
        }
        return rule.filter(AddressAuthority::isForDomain).isPresent() || HomeIdp.maySpeakFor(session, email, provider);
    }

    /** Whether the domain is one of its own: its organization's, or one whose people sign in with nothing else. */
    public boolean isOwnDomain(EmailAddress email) {
        return isOfOrganization(email) || isNamedAlone(email);
    }

    /** Whether people of just this domain are sent to it: who has the address there has the account here. */
    public boolean isHomeOf(EmailAddress email) {
        Optional<LoginRule> rule = rule(email);
        return rule.isPresent()
                ? isNamedAlone(email)
                        || (isOfOrganization(email)
                                && rule.filter(AddressAuthority::isForDomain)
                                        .filter(this::isAmong)
                                        .isPresent())
                : HomeIdp.of(session, email)
                        .filter(home -> home.getAlias().equals(provider.getAlias()))
                        .isPresent();
    }

    /** Whether a rule for just this domain has its people sign in elsewhere. */
    public boolean isLeftOut(EmailAddress email) {
        return rule(email)
                .filter(AddressAuthority::isForDomain)
                .filter(rule -> !isAmong(rule))
                .isPresent();
    }

    /** To name a provider among others makes it nobody's home, nor does it to name it for any address. */
    private boolean isNamedAlone(EmailAddress email) {
        return rule(email)
                .filter(AddressAuthority::isForDomain)
                .filter(rule -> rule.methods().equals(List.of(method())))
                .isPresent();
    }

    private boolean isOfOrganization(EmailAddress email) {
        return provider.getOrganizationId() != null && HomeIdp.maySpeakFor(session, email, provider);
    }

    private Optional<LoginRule> rule(EmailAddress email) {
        return LoginName.parse(email.value()).flatMap(LoginPolicy.of(session)::row);
    }

    private boolean isAmong(LoginRule rule) {
        return rule.methods().contains(method());
    }

    private LoginMethod method() {
        return new LoginMethod.Provider(provider.getAlias());
    }

    private static boolean isForDomain(LoginRule rule) {
        return rule.pattern().kind() != LoginPattern.Kind.ANY_ADDRESS;
    }
}
