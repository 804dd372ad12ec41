package dev.atrium.eventlisteners.occasion;

import dev.atrium.core.project.ProjectId;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.services.Urls;
import org.keycloak.services.util.ResolveRelative;
import org.keycloak.utils.StringUtil;

/**
 * Where a person signs in: the app of this request, else the redirect URL of the project's organization, else the
 * account console.
 *
 * @param client the app, where it is one that this realm knows
 */
record Landing(Optional<ClientModel> client, String address) {
    private static final Set<String> CONSOLES =
            Set.of(Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID);

    static Landing of(KeycloakSession session, ProjectId project) {
        Optional<ClientModel> app =
                Optional.ofNullable(session.getContext().getClient()).filter(client -> isApp(session, client));
        return app.map(client -> new Landing(app, home(session, client)))
                .or(() -> redirectUrl(session, project).map(url -> new Landing(Optional.empty(), url)))
                .orElseGet(() -> new Landing(Optional.empty(), account(session)));
    }

    private static boolean isApp(KeycloakSession session, ClientModel client) {
        return client.getRealm().equals(session.getContext().getRealm())
                && client.isEnabled()
                && client.isStandardFlowEnabled()
                && !CONSOLES.contains(client.getClientId())
                && StringUtil.isNotBlank(client.getBaseUrl());
    }

    private static Optional<String> redirectUrl(KeycloakSession session, ProjectId project) {
        return Optional.ofNullable(
                        session.getProvider(OrganizationProvider.class).getById(project.value()))
                .map(OrganizationModel::getRedirectUrl)
                .filter(StringUtil::isNotBlank);
    }

    private static String account(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return account == null || StringUtil.isBlank(account.getBaseUrl())
                ? Urls.realmBase(session.getContext().getUri().getBaseUri())
                        .path(realm.getName())
                        .build()
                        .toString()
                : home(session, account);
    }

    private static String home(KeycloakSession session, ClientModel client) {
        return ResolveRelative.resolveRelativeUri(session, client.getRootUrl(), client.getBaseUrl());
    }
}
