package dev.atrium.directory.project;

import dev.atrium.core.discovery.UserAccessBrand;
import dev.atrium.core.factor.SignInRequirements;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.page.PageBrand;
import dev.atrium.support.config.Misconfiguration;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;

/** The projects of the realm in context: Keycloak's organizations, as long as the realm has them enabled. */
public final class Projects {
    /** Organization attribute: the base URL of the project's FHIR server. */
    public static final String FHIR_BASE_URL = FhirBaseUrlAttribute.NAME;

    private final KeycloakSession session;
    private final OrganizationLookup organizations;

    public Projects(KeycloakSession session) {
        this.session = session;
        this.organizations = new OrganizationLookup(session);
    }

    /** The project, unless it is gone or disabled. */
    public Optional<Project> find(ProjectId id) {
        return organizations.byId(id).flatMap(Projects::enabled);
    }

    /** The enabled projects that have their data on this FHIR server. */
    public Stream<Project> at(FhirBaseUrl server) {
        return server.spellings()
                .flatMap(text -> organizations.byAttribute(FHIR_BASE_URL, text))
                .flatMap(organization -> enabled(organization).stream())
                .filter(project ->
                        project.fhirBaseUrl().filter(server::isSameAs).isPresent());
    }

    /** The brand of the projects on this FHIR server; of those that disagree, none. */
    public Optional<UserAccessBrand> brand(FhirBaseUrl server) {
        Set<UserAccessBrand> brands = at(server)
                .flatMap(project -> organizations.byId(project.id()).stream())
                .flatMap(organization -> UserAccessBrand.read(organization.getAttributes()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return brands.size() == 1 ? brands.stream().findFirst() : Optional.empty();
    }

    /** What the project says of its mails, be it enabled or not. */
    public ProjectMail mail(ProjectId id) {
        return organizations
                .byId(id)
                .map(organization -> ProjectMail.read(organization.getAttributes(), vaultReferences(organization)))
                .orElse(ProjectMail.NOTHING);
    }

    /** Whose pages the project's are, unless it is gone or disabled; what it says in a way that cannot be used, an admin is told. */
    public Optional<PageBrand> pageBrand(ProjectId id) {
        return organizations.byId(id).filter(OrganizationModel::isEnabled).map(organization -> {
            PageBrand brand = PageBrand.read(organization.getName(), organization.getAttributes());
            brand.problems()
                    .forEach(problem -> Misconfiguration.tell("Organization '" + organization.getAlias()
                            + "': the attribute " + problem.setting() + ": " + problem.message()));
            return brand;
        });
    }

    /** An entry that has the alias is only asked for where it is used. */
    private List<String> vaultReferences(OrganizationModel organization) {
        ProjectId id = new ProjectId(organization.getId());
        String own = ProjectMail.vaultReference(id);
        String earlier = ProjectMail.earlierVaultReference(organization.getAlias());
        boolean may = organization
                        .getAttributes()
                        .getOrDefault(ProjectMail.SMTP_PASSWORD, List.of())
                        .contains(earlier)
                && session.getProvider(AtriumStoreProvider.class)
                        .aliasVaultEntries(session.getContext().getRealm())
                        .isOf(id);
        return may ? List.of(own, earlier) : List.of(own);
    }

    /** Where the project sends people it invites, unless it is gone, disabled or does not say. */
    public Optional<String> redirectUrl(ProjectId id) {
        return organizations.byId(id).filter(OrganizationModel::isEnabled).map(OrganizationModel::getRedirectUrl);
    }

    /**
     * The enabled organization an e-mail domain belongs to; the domain as {@code DomainName} has it. The answer holds for the request:
     * a sign-in asks several times, and of a domain that nobody has Keycloak remembers nothing.
     */
    public Optional<OrganizationModel> ofDomain(String domain) {
        Found known = session.getAttribute(asked(domain), Found.class);
        if (known == null) {
            Optional<OrganizationModel> found = organizations.byDomain(domain);
            known = new Found(found.filter(OrganizationModel::isEnabled));
            session.setAttribute(asked(domain), known);
            if (found.isEmpty()) {
                FreeDomains.remember(session.getContext().getRealm().getId(), domain);
            }
        }
        return known.organization();
    }

    /** In this request no organization has the domain, if none had it a moment ago: for what is asked again and again. */
    public void recall(String domain) {
        if (session.getAttribute(asked(domain), Found.class) == null
                && FreeDomains.remembers(session.getContext().getRealm().getId(), domain)) {
            session.setAttribute(asked(domain), new Found(Optional.empty()));
        }
    }

    private String asked(String domain) {
        return "atrium.domain." + session.getContext().getRealm().getId() + "." + domain;
    }

    /** Those of the projects whose name or domain holds the text, to the letter, in whatever case. */
    public Set<ProjectId> named(String text, Set<ProjectId> among) {
        String lower = text.toLowerCase(Locale.ROOT);
        return among.stream()
                .filter(id -> organizations
                        .byId(id)
                        .filter(found -> holds(found, lower))
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean holds(OrganizationModel organization, String text) {
        return Stream.concat(
                        Stream.of(organization.getName()),
                        organization.getDomains().map(OrganizationDomainModel::getName))
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(text));
    }

    private static Optional<Project> enabled(@Nullable OrganizationModel organization) {
        return Optional.ofNullable(organization)
                .filter(OrganizationModel::isEnabled)
                .map(found -> new Project(
                        new ProjectId(found.getId()),
                        found.getAlias(),
                        found.getName(),
                        FhirBaseUrlAttribute.of(found),
                        requirements(found)));
    }

    /** Of those that cannot be read, a project says so itself: nobody gets in. */
    private static SignInRequirements requirements(OrganizationModel organization) {
        SignInRequirements requirements = SignInRequirements.read(organization.getAttributes());
        requirements
                .problem()
                .ifPresent(
                        problem -> Misconfiguration.tell("Organization '" + organization.getAlias() + "': " + problem));
        return requirements;
    }

    /** What is wrong with these attributes of an organization, as far as they say where its data are, and who gets at them. */
    public static Optional<String> problem(Map<String, List<String>> attributes) {
        return FhirBaseUrlAttribute.problem(attributes)
                .or(() -> UserAccessBrand.problem(attributes))
                .or(() -> SignInRequirements.problem(attributes));
    }

    private record Found(Optional<OrganizationModel> organization) {}
}
