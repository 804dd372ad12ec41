package dev.atrium.invitations.page;

import dev.atrium.core.membership.ProjectId;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** What a link leads to. */
interface LinkTarget {
    /** The page, which changes nothing, however often and by whomever it is opened. */
    LinkPage page();

    /** Does what the link is for, once. */
    Response act();

    /** Whom it is for, when that is somebody the realm knows. */
    Optional<UserModel> user();

    /** The address that it is for. */
    String address();

    /** Whose page it is, if it is a project's. */
    default Optional<ProjectId> project() {
        return Optional.empty();
    }
}
