package dev.atrium.authenticators.reset;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Event;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That somebody asked for a new password, as far as it outlives the request.
 *
 * @param link where the mail leads, but for its token
 * @param event what Keycloak noted of the request so far
 */
public record ResetRequest(Tab tab, String typed, URI link, Event event, AnsweredRequest http) {
    /** Where the sign-in goes on, by Keycloak's ids. */
    record Tab(String realm, String client, String rootSession, String tab) {
        public static Tab of(AuthenticationSessionModel authSession) {
            return new Tab(
                    authSession.getRealm().getId(),
                    authSession.getClient().getId(),
                    authSession.getParentSession().getId(),
                    authSession.getTabId());
        }

        /** None when it is over by now. */
        Optional<AuthenticationSessionModel> in(KeycloakSession session) {
            Optional<RealmModel> found = Optional.ofNullable(session.realms().getRealm(realm));
            return found.map(inRealm ->
                            session.authenticationSessions().getRootAuthenticationSession(inRealm, rootSession))
                    .map(root -> root.getAuthenticationSession(
                            session.clients().getClientById(root.getRealm(), client), tab));
        }
    }

    public static ResetRequest of(AuthenticationFlowContext flow, String typed, URI link) {
        KeycloakContext context = flow.getSession().getContext();
        return new ResetRequest(
                Tab.of(flow.getAuthenticationSession()),
                typed,
                link,
                flow.getEvent().getEvent().clone(),
                new AnsweredRequest(context.getHttpRequest().getUri(), context.resolveLocale(null)));
    }

    /** Has the mail written when the request is done. */
    public void handOver(KeycloakSession session) {
        ExecutorService executor = session.getProvider(ExecutorsProvider.class).getExecutor("atrium-reset");
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                executor.execute(() -> KeycloakModelUtils.runJobInTransaction(sessions, ResetRequest.this::send));
            }

            @Override
            protected void rollbackImpl() {
                // Whoever asked saw an error.
            }
        });
    }

    private void send(KeycloakSession job) {
        tab.in(job).ifPresent(authSession -> {
            KeycloakContext context = job.getContext();
            context.setHttpRequest(http);
            context.setRealm(authSession.getRealm());
            context.setClient(authSession.getClient());
            context.setAuthenticationSession(authSession);
            new ResetMail(job, authSession, this).send();
        });
    }
}
