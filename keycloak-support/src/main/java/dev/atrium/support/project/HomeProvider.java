package dev.atrium.support.project;

import dev.atrium.core.project.EmailAddress;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;

/** The identity provider that people of an e-mail domain sign in with. */
public final class HomeProvider {
    private HomeProvider() {}

    /**
     * The enabled identity provider linked to the organization that has the domain: the one set to just this domain
     * before one for any domain, before one that says nothing of domains.
     */
    public static Optional<IdentityProviderModel> of(KeycloakSession session, EmailAddress email) {
        String domain = email.domain();
        return new Projects(session)
                .ofDomain(domain)
                .flatMap(organization -> organization
                        .getIdentityProviders()
                        .filter(IdentityProviderModel::isEnabled)
                        .filter(provider -> rank(provider, domain) < Integer.MAX_VALUE)
                        .min(Comparator.comparingInt((IdentityProviderModel provider) -> rank(provider, domain))
                                .thenComparing(IdentityProviderModel::getAlias)));
    }

    /**
     * Whether a provider may bring people with this address: that of an organization only those of its domains, any
     * other those whom no organization has sign in elsewhere.
     */
    public static boolean maySpeakFor(KeycloakSession session, EmailAddress email, IdentityProviderModel provider) {
        String organization = provider.getOrganizationId();
        if (organization == null) {
            return of(session, email).isEmpty();
        }
        return rank(provider, email.domain()) < Integer.MAX_VALUE
                && new Projects(session)
                        .ofDomain(email.domain())
                        .filter(found -> found.getId().equals(organization))
                        .isPresent();
    }

    private static int rank(IdentityProviderModel provider, String domain) {
        String set = domainOf(provider);
        if (domain.equalsIgnoreCase(set)) {
            return 0;
        }
        if (OrganizationDomainModel.ANY_DOMAIN.equals(set)) {
            return 1;
        }
        return set == null || set.isBlank() ? 2 : Integer.MAX_VALUE;
    }

    private static @Nullable String domainOf(IdentityProviderModel provider) {
        return provider.getConfig().get(OrganizationModel.ORGANIZATION_DOMAIN_ATTRIBUTE);
    }
}
