package dev.atrium.invitations.link;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.directory.project.Projects;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.ResolveRelative;

/**
 * Where a person ends up after a link: the home of the client, else where the project sends people it invites, else the
 * account console.
 */
public record Landing(Optional<ClientModel> client, Optional<ProjectId> project) {
    public static final String PATH = "atrium/landing";
    public static final String CLIENT = "client_id";
    public static final String PROJECT = "project";

    private static final Set<String> CONSOLES =
            Set.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID);

    /** Where whoever this request is about is at home: the app that sent it, unless that is no app to sign in to. */
    public static Landing ofRequest(KeycloakSession session, ProjectId project) {
        return new Landing(
                Optional.ofNullable(session.getContext().getClient())
                        .filter(client -> isApp(session, client))
                        .filter(client -> homeOf(session, client).isPresent()),
                Optional.of(project));
    }

    /** Of a request to {@link #PATH}: nothing that the realm does not know of leads anywhere. */
    public static Landing of(KeycloakSession session, Optional<String> clientId, Optional<String> project) {
        return new Landing(
                clientId.flatMap(id -> usable(session, id)),
                project.filter(id -> id.matches("[!-~]{1,36}")).map(ProjectId::new));
    }

    /** The page that sends the browser on; that of the sign-in need not know where to. */
    public URI page(KeycloakSession session) {
        UriBuilder page = new Links(session).realm().path(PATH);
        client.ifPresent(found -> page.queryParam(CLIENT, "{client}"));
        project.ifPresent(found -> page.queryParam(PROJECT, found.value()));
        return client.map(found -> page.build(found.getClientId())).orElseGet(page::build);
    }

    /** Where the person can sign in, at worst the realm's own address. */
    public URI address(KeycloakSession session) {
        return home(session).orElseGet(() -> new Links(session).realm().build());
    }

    /** Where the person is sent; empty where there is no such place. */
    public Optional<URI> home(KeycloakSession session) {
        return client.flatMap(found -> homeOf(session, found))
                .or(() -> project.flatMap(new Projects(session)::redirectUrl).flatMap(Landing::web))
                .or(() -> usable(session, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID)
                        .flatMap(found -> homeOf(session, found)));
    }

    private static boolean isApp(KeycloakSession session, ClientModel client) {
        return client.getRealm().equals(session.getContext().getRealm())
                && client.isEnabled()
                && client.isStandardFlowEnabled()
                && !CONSOLES.contains(client.getClientId());
    }

    /** The home of a client, as its settings say. */
    public static Optional<URI> homeOf(KeycloakSession session, ClientModel client) {
        return Optional.ofNullable(client.getBaseUrl())
                .filter(url -> !url.isBlank())
                .map(url -> ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), url))
                .flatMap(Landing::web);
    }

    private static Optional<ClientModel> usable(KeycloakSession session, String clientId) {
        return Optional.ofNullable(session.getContext().getRealm().getClientByClientId(clientId))
                .filter(ClientModel::isEnabled);
    }

    /** Settings are free text; a browser is sent to web addresses only. */
    private static Optional<URI> web(String url) {
        return url.matches("https?://[!-~]+") ? Optional.of(URI.create(url)) : Optional.empty();
    }
}
