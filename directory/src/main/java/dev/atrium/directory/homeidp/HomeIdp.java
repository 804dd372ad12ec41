package dev.atrium.directory.homeidp;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.broker.ProviderDomains;
import dev.atrium.directory.project.Projects;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;

/** The identity provider that people of an e-mail domain sign in with. */
public final class HomeIdp {
    private HomeIdp() {}

    /**
     * The enabled identity provider linked to the organization that has the domain: the one set to just this domain
     * before one for it and all below one above it, before one for any domain, before one that says nothing of domains.
     */
    public static Optional<IdentityProviderModel> of(KeycloakSession session, EmailAddress email) {
        String domain = email.domain();
        return new Projects(session)
                .ofDomain(domain)
                .flatMap(organization -> organization
                        .getIdentityProviders()
                        .filter(IdentityProviderModel::isEnabled)
                        .filter(provider -> isFor(provider, domain))
                        .min(Comparator.comparingInt((IdentityProviderModel provider) -> distance(provider, domain))
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
        return isFor(provider, email.domain())
                && new Projects(session)
                        .ofDomain(email.domain())
                        .filter(found -> found.getId().equals(organization))
                        .isPresent();
    }

    /** Whether a provider of an organization is for this domain of it. */
    public static boolean isFor(IdentityProviderModel provider, String domain) {
        return domains(provider).isFor(domain);
    }

    private static int distance(IdentityProviderModel provider, String domain) {
        return domains(provider).distance(domain).orElse(Integer.MAX_VALUE);
    }

    private static ProviderDomains domains(IdentityProviderModel provider) {
        Map<String, String> settings = provider.getConfig();
        return ProviderDomains.parse(
                settings.get(OrganizationModel.ORGANIZATION_DOMAIN_ATTRIBUTE),
                settings.get(OrganizationModel.ORGANIZATION_EXCLUDED_DOMAIN_ATTRIBUTE));
    }
}
