package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.LoginPattern;
import dev.atrium.core.login.LoginRule;
import dev.atrium.core.login.LoginRules;
import dev.atrium.directory.homeidp.HomeIdp;
import dev.atrium.directory.project.OrganizationLookup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;

/**
 * What binds a person who is linked to an organization's provider: the rows for the domains that it serves, where they
 * name it, else the provider alone.
 */
record LinkRule(KeycloakSession session, LoginRules rules) {
    /** The domain of the person's address decides if the provider serves it, else what all of its domains allow. */
    List<LoginMethod> methods(IdentityProviderModel provider, Optional<LoginName> address) {
        LoginMethod itself = new LoginMethod.Provider(provider.getAlias());
        return address.filter(name -> serves(provider, name))
                .map(Stream::of)
                .orElseGet(() -> served(provider))
                .map(name -> row(name, itself))
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .orElse(List.of(itself));
    }

    private List<LoginMethod> row(LoginName name, LoginMethod itself) {
        return rules.of(name)
                .map(LoginRule::methods)
                .filter(methods -> methods.contains(itself))
                .orElse(List.of(itself));
    }

    private boolean serves(IdentityProviderModel provider, LoginName name) {
        return name.domain().filter(domain -> HomeIdp.isFor(provider, domain)).isPresent()
                && domains(provider).anyMatch(pattern -> pattern.covers(name));
    }

    private Stream<LoginName> served(IdentityProviderModel provider) {
        return domains(provider)
                .map(LoginPattern::domain)
                .filter(domain -> HomeIdp.isFor(provider, domain))
                .map(domain -> new LoginName("@" + domain, Optional.of(domain)));
    }

    private Stream<LoginPattern> domains(IdentityProviderModel provider) {
        return Stream.ofNullable(provider.getOrganizationId())
                .flatMap(id -> new OrganizationLookup(session).byId(id).stream())
                .flatMap(organization -> organization.getDomains())
                .map(OrganizationDomainModel::getName)
                .flatMap(domain -> LoginPattern.parse(domain).stream());
    }
}
