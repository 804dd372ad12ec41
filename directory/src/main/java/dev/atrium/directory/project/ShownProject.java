package dev.atrium.directory.project;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.support.note.ClientNote;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/** Which project the link of a mail is about: its pages, and those of the sign-in that it begins, are that project's. */
public final class ShownProject {
    /** Of a sign-in that a link began. */
    public static final ClientNote<ProjectId> NOTE =
            new ClientNote<>("atrium.shown-project", ProjectId::value, text -> Optional.of(new ProjectId(text)));

    private static final String OF_REQUEST = ShownProject.class.getName();

    private ShownProject() {}

    /** Of a page without a sign-in: for the rest of the request. */
    public static void put(KeycloakSession session, ProjectId project) {
        session.setAttribute(OF_REQUEST, project);
    }

    public static Optional<ProjectId> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(OF_REQUEST, ProjectId.class));
    }
}
