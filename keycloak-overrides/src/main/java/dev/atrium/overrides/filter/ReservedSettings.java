package dev.atrium.overrides.filter;

import dev.atrium.core.discovery.UserAccessBrand;
import dev.atrium.core.factor.SignInRequirements;
import dev.atrium.directory.project.Projects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminRoot;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;

/**
 * What of an organization reaches beyond it: its domains decide which identity provider signs in whom, and its FHIR base URL
 * which FHIR server takes its tokens, under which brand; how safely its people sign in is the
 * realm's affair, too. Who manages single organizations only, by a fine-grained permission, cannot change these.
 */
record ReservedSettings(KeycloakSession session) {
    private static final List<String> RESERVED = List.of(
            Projects.FHIR_BASE_URL,
            UserAccessBrand.BUNDLE,
            UserAccessBrand.IDENTIFIER,
            SignInRequirements.MFA_REQUIRED,
            SignInRequirements.METHODS,
            SignInRequirements.TRUSTED_PROVIDERS);

    Optional<String> problem(OrganizationRepresentation sent) {
        OrganizationModel organization = session.getContext().getOrganization();
        if (organization == null) {
            return Optional.empty(); // a new one, which only somebody who manages all of them makes
        }
        return changed(organization, sent)
                .filter(what -> !managesAll())
                .map(what -> "Only an administrator with the role manage-organizations may change " + what
                        + " of an organization");
    }

    private static Optional<String> changed(OrganizationModel organization, OrganizationRepresentation sent) {
        if (!domains(organization).equals(domains(sent))) {
            return Optional.of("the domains");
        }
        return RESERVED.stream()
                .filter(name ->
                        !attribute(organization.getAttributes(), name).equals(attribute(sent.getAttributes(), name)))
                .map(name -> "the attribute " + name)
                .findFirst();
    }

    private static Set<OrganizationDomainModel> domains(OrganizationModel organization) {
        return organization.getDomains().collect(Collectors.toSet());
    }

    private static Set<OrganizationDomainModel> domains(OrganizationRepresentation sent) {
        return Stream.ofNullable(sent.getDomains())
                .flatMap(Set::stream)
                .map(ReservedSettings::domain)
                .collect(Collectors.toSet());
    }

    private static OrganizationDomainModel domain(OrganizationDomainRepresentation sent) {
        return new OrganizationDomainModel(sent.getName(), sent.isVerified());
    }

    private static List<String> attribute(@Nullable Map<String, List<String>> attributes, String name) {
        return attributes == null ? List.of() : attributes.getOrDefault(name, List.of());
    }

    private boolean managesAll() {
        RealmModel realm = session.getContext().getRealm();
        try {
            AdminAuth admin = AdminRoot.authenticateRealmAdminRequest(session);
            return AdminPermissions.evaluator(session, realm, admin).orgs().canManage();
        } finally {
            session.getContext().setRealm(realm); // the admin's may be another
        }
    }
}
