package dev.atrium.rest.launch;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunches;
import dev.atrium.directory.launch.LaunchHandle;
import dev.atrium.directory.launch.LaunchProjects;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.support.time.KeycloakClock;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** Registers a launch, if the EHR may launch this app there. */
final class LaunchRegistration {
    private static final String LAUNCH_SCOPE = "launch";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LaunchCaller ehr;
    private final Duration lifetime;

    LaunchRegistration(KeycloakSession session, LaunchCaller ehr, LaunchLifetime lifetime) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.ehr = ehr;
        this.lifetime = lifetime.value();
    }

    Response register(LaunchInput input) {
        Set<ProjectId> projects = new LaunchProjects(session).of(ehr.client().getClientId(), input.server());
        Refused.unless(
                !projects.isEmpty(),
                "No project with this FHIR base URL lets this client launch apps: its organization must name the client in"
                        + " the attribute " + LaunchProjects.CLIENTS + ".");
        ClientModel app = app(input.clientId());
        EhrLaunch launch = new EhrLaunch(
                KeycloakModelUtils.generateId(),
                ehr.client().getClientId(),
                app.getId(),
                input.server(),
                projects,
                input.user().map(this::user),
                input.context(),
                KeycloakClock.INSTANCE.instant().plus(lifetime));
        LaunchHandle handle = new EhrLaunches(session).register(launch);
        report(launch, app);
        return Answer.json(Response.status(Response.Status.CREATED), RegisteredLaunch.of(launch, handle, app, lifetime))
                .build();
    }

    private ClientModel app(String clientId) {
        return Optional.ofNullable(realm.getClientByClientId(clientId))
                .filter(client -> client.isEnabled() && client.isStandardFlowEnabled() && !client.isBearerOnly())
                .filter(client -> OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol()))
                .filter(client -> AssignedScopes.has(client, LAUNCH_SCOPE))
                .orElseThrow(() -> Refused.field(
                        LaunchInput.CLIENT_ID,
                        "There is no enabled app with this client id that may request the scope launch."));
    }

    /** Somebody who is not there is nobody who can come: the EHR is not told which people the realm has. */
    private UserId user(String nameOrId) {
        return new ReferenceLookup(session, realm)
                .user(nameOrId)
                .map(UserModel::getId)
                .map(UserId::new)
                .orElseGet(() -> new UserId(KeycloakModelUtils.generateId()));
    }

    /** Of the launch itself, not of whom it is about. */
    private void report(EhrLaunch launch, ClientModel app) {
        AdminAuth auth = new AdminAuth(realm, ehr.auth().token(), ehr.auth().user(), ehr.client());
        new AdminEventBuilder(realm, auth, session, session.getContext().getConnection())
                .operation(OperationType.ACTION)
                .resource("ATRIUM_LAUNCH")
                .resourcePath("atrium", "launch", launch.id())
                .detail("client_id", app.getClientId())
                .detail("launched_by", launch.ehr())
                .success();
    }
}
