package dev.atrium.setup.project;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.OrganizationLookup;
import dev.atrium.directory.project.Projects;
import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.support.store.AtriumStoreProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationDomainModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;

/** The project that is asked for: an organization with a FHIR base URL. */
public final class FirstProject implements Part {
    private final KeycloakSession session;
    private final ProjectContent content;
    private final Optional<ProjectOrder> order;

    public FirstProject(KeycloakSession session, RealmModel realm, Clock clock, Optional<ProjectOrder> order) {
        this.session = session;
        this.content = new ProjectContent(session.getProvider(AtriumStoreProvider.class), realm, clock);
        this.order = order;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.PROJECT);
    }

    @Override
    public void plan(Draft draft) {
        order.ifPresent(project -> plan(project, draft));
    }

    private void plan(ProjectOrder project, Draft draft) {
        OrganizationLookup organizations = OrganizationLookup.evenWhereOff(session);
        Optional<OrganizationModel> found = organizations.byAlias(project.alias());
        if (found.isPresent()) {
            if (!urls(found.get()).contains(project.fhirBaseUrl().value())) {
                draft.remark("Left as it is: the organization '" + project.alias() + "'. Its attribute "
                        + Projects.FHIR_BASE_URL + " is not "
                        + project.fhirBaseUrl().value() + ".");
            }
            return;
        }
        Optional<OrganizationModel> other = project.domain().flatMap(organizations::byDomain);
        if (other.isPresent()) {
            draft.obstacle("The domain " + project.domain().orElseThrow() + " belongs to the organization '"
                    + other.get().getAlias() + "': leave out the domain, or name that organization.");
            return;
        }
        String what = "the project '" + project.alias() + "' with the FHIR server "
                + project.fhirBaseUrl().value();
        draft.change(Kind.PROJECT, project.alias(), new Change(Verb.ADD, what, () -> add(project)));
    }

    private Entry add(ProjectOrder project) {
        OrganizationModel added =
                session.getProvider(OrganizationProvider.class).create(project.name(), project.alias());
        Map<String, List<String>> attributes =
                Map.of(Projects.FHIR_BASE_URL, List.of(project.fhirBaseUrl().value()));
        added.setAttributes(attributes);
        added.setDomains(project.domain().stream()
                .map(domain -> new OrganizationDomainModel(domain, false))
                .collect(java.util.stream.Collectors.toSet()));
        return Entry.made(Kind.PROJECT, project.alias(), added.getId(), print(added, attributes));
    }

    @Override
    public Undone undo(Entry entry) {
        Optional<OrganizationModel> found =
                OrganizationLookup.evenWhereOff(session).byId(entry.id());
        String what = "the project '" + entry.name() + "'";
        if (found.isEmpty()) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        OrganizationProvider organizations = session.getProvider(OrganizationProvider.class);
        Optional<String> inIt = organizations.getMembersCount(found.get()) > 0
                ? Optional.of("members")
                : content.of(new ProjectId(entry.id()));
        if (inIt.isPresent()) {
            return Undone.left("Left " + what + ": it has " + inIt.get() + ". Remove them, and undo again.");
        }
        if (!print(found.get(), found.get().getAttributes()).equals(entry.print())) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        organizations.remove(found.get());
        return Undone.done("Removed " + what + ".");
    }

    private static List<String> urls(OrganizationModel organization) {
        return organization.getAttributes().getOrDefault(Projects.FHIR_BASE_URL, List.of());
    }

    /** One that has just been given attributes does not tell of them yet. */
    private static String print(OrganizationModel organization, Map<String, List<String>> attributes) {
        Stream<Object> always = Stream.of(
                organization.getName(),
                organization.getAlias(),
                organization.isEnabled(),
                attributes,
                organization.getDomains().map(OrganizationDomainModel::getName).toList(),
                organization
                        .getIdentityProviders()
                        .map(provider -> provider.getAlias())
                        .toList());
        Stream<Object> added = Stream.of(
                        "description " + Objects.requireNonNullElse(organization.getDescription(), ""),
                        "redirect " + Objects.requireNonNullElse(organization.getRedirectUrl(), ""))
                .filter(text -> !text.endsWith(" "))
                .map(Object.class::cast);
        return Print.of(Stream.concat(always, added).toList());
    }
}
