package dev.atrium.directory.login;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.LoginPattern;
import dev.atrium.directory.homeidp.HomeIdp;
import dev.atrium.directory.project.Projects;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider.FetchMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;

/** What an organization with a domain and a linked identity provider says, as if a row of the table did. */
record OrganizationRule(LoginPattern pattern, LoginMethod method) {
    /** Asks for the domain only where it may have a provider: Keycloak reads one that is no organization's twice from the database. */
    static Optional<OrganizationRule> of(KeycloakSession session, LoginName name) {
        return EmailAddress.parse(name.value())
                .filter(email -> name.hasDomain() && mayExist(session))
                .flatMap(email -> HomeIdp.of(session, email)
                        .map(IdentityProviderModel::getAlias)
                        .map(alias -> new OrganizationRule(
                                pattern(session, name, email.domain()), new LoginMethod.Provider(alias))));
    }

    /** Whether any identity provider of the realm may be an organization's: any may that is not offered on every page. */
    static boolean mayExist(KeycloakSession session) {
        long ofNoOrganization = session.identityProviders()
                .getForLogin(FetchMode.REALM_ONLY, null)
                .filter(provider -> provider.getOrganizationId() == null)
                .count();
        return session.identityProviders().count() != ofNoOrganization;
    }

    /** The nearest of the organization's domains. */
    private static LoginPattern pattern(KeycloakSession session, LoginName name, String domain) {
        return new Projects(session)
                .ofDomain(domain).stream()
                        .flatMap(organization -> organization.getDomains())
                        .map(OrganizationDomainModel::getName)
                        .flatMap(pattern -> LoginPattern.parse(pattern).stream())
                        .filter(pattern -> pattern.covers(name))
                        .min(LoginPattern.SPECIFICITY)
                        .orElseThrow();
    }
}
