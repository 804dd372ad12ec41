package dev.atrium.authenticators.stage;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A sign-in, as far as it outlives one request: for work that is done after the answer, so that what it finds out, and
 * how long that takes, tells a stranger nothing.
 */
public record AnsweredSignIn(Tab tab, AnsweredRequest http) {
    /** Where the sign-in goes on, by Keycloak's ids. */
    record Tab(String realm, String client, String rootSession, String tab) {
        static Tab of(AuthenticationSessionModel authSession) {
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

    public static AnsweredSignIn of(AuthenticationFlowContext flow) {
        KeycloakContext context = flow.getSession().getContext();
        return new AnsweredSignIn(
                Tab.of(flow.getAuthenticationSession()),
                new AnsweredRequest(context.getHttpRequest().getUri(), context.resolveLocale(null)));
    }

    /** Has the work done when the request of this session is answered, unless that fails. */
    public void afterwards(
            KeycloakSession session, String executor, BiConsumer<KeycloakSession, AuthenticationSessionModel> work) {
        ExecutorService threads = session.getProvider(ExecutorsProvider.class).getExecutor(executor);
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                threads.execute(() -> KeycloakModelUtils.runJobInTransaction(sessions, job -> doIn(job, work)));
            }

            @Override
            protected void rollbackImpl() {
                // Whoever asked saw an error.
            }
        });
    }

    private void doIn(KeycloakSession job, BiConsumer<KeycloakSession, AuthenticationSessionModel> work) {
        tab.in(job).ifPresent(authSession -> {
            KeycloakContext context = job.getContext();
            context.setHttpRequest(http);
            context.setRealm(authSession.getRealm());
            context.setClient(authSession.getClient());
            context.setAuthenticationSession(authSession);
            work.accept(job, authSession);
        });
    }
}
