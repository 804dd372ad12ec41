package dev.atrium.authenticators.page;

import dev.atrium.authenticators.secondfactor.RequirementsStage;
import dev.atrium.authenticators.stage.RequestedServer;
import dev.atrium.core.account.UserId;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunches;
import dev.atrium.directory.launch.LaunchHandle;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.ChosenMembership;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.directory.project.ShownProject;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Which project the pages of a sign-in belong to, as far as the request or what was typed says it.
 *
 * <p>What an account has is asked only of somebody who has proved to own it, and has chosen: until then a name that
 * somebody has and one that nobody has lead to the same pages.
 */
public record PageProject(KeycloakSession session, AuthenticationSessionModel authSession) {
    /** What the request says, found out once; the value is empty where it names no project, or several. */
    private static final FlowNote<String> REQUESTED =
            new FlowNote<>("atrium.page-project", project -> "=" + project, text -> Optional.of(text.substring(1)));

    /** The project that was chosen; else that of the link that began the sign-in; that of the launch or the FHIR server; that of the domain that was typed. */
    public Optional<ProjectId> find() {
        return Stream.<Supplier<Optional<ProjectId>>>of(
                        this::chosen, () -> ShownProject.NOTE.in(authSession), this::requested, this::ofTypedDomain)
                .flatMap(source -> source.get().stream())
                .findFirst();
    }

    private Optional<ProjectId> chosen() {
        return Optional.ofNullable(authSession.getAuthenticatedUser())
                .flatMap(person -> ChosenMembership.NOTE
                        .in(authSession)
                        .or(() -> RequirementsStage.askedFor(authSession))
                        .flatMap(id -> ActiveMembership.find(session, id, new UserId(person.getId()))))
                .map(active -> active.project().id());
    }

    private Optional<ProjectId> requested() {
        Optional<String> known = REQUESTED.in(authSession);
        if (known.isPresent()) {
            return known.filter(id -> !id.isEmpty()).map(ProjectId::new);
        }
        Optional<ProjectId> found = launched().or(this::atServer);
        REQUESTED.put(authSession, found.map(ProjectId::value).orElse(""));
        return found;
    }

    private Optional<ProjectId> launched() {
        return KeycloakNotes.LAUNCH
                .in(authSession)
                .flatMap(LaunchHandle::parse)
                .flatMap(new EhrLaunches(session)::find)
                .filter(launch -> launch.app().equals(authSession.getClient().getId()))
                .map(EhrLaunch::projects)
                .flatMap(PageProject::theOnly);
    }

    private Optional<ProjectId> atServer() {
        Optional<FhirBaseUrl> server = RequestedServer.of(session, authSession);
        return server.flatMap(found ->
                theOnly(new Projects(session).at(found).map(Project::id).toList()));
    }

    private Optional<ProjectId> ofTypedDomain() {
        return KeycloakNotes.ATTEMPTED_USERNAME
                .in(authSession)
                .flatMap(LoginName::parse)
                .flatMap(LoginName::domain)
                .flatMap(new Projects(session)::ofDomain)
                .map(OrganizationModel::getId)
                .map(ProjectId::new);
    }

    private static Optional<ProjectId> theOnly(Collection<ProjectId> projects) {
        return projects.size() == 1 ? projects.stream().findFirst() : Optional.empty();
    }
}
