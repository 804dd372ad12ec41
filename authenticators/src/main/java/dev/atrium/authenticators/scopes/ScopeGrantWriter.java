package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.ContextScope;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.support.note.KeycloakNotes;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Writes what was granted to where Keycloak takes a grant's scope from. */
record ScopeGrantWriter(StageContext context, GrantableScopes grantable) {
    /**
     * The granted scopes, and hidden beside them the membership they are for and what the app is launched with, replace
     * the scopes of the request.
     */
    void write(ScopeSet granted) {
        AuthenticationSessionModel authSession = context.authSession();
        String scope = Stream.concat(Stream.of(granted.text()), hidden(granted))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        KeycloakNotes.SCOPE.put(authSession, scope);
        AuthenticationManager.setClientScopesInSession(context.session(), authSession);
        dropConsentPrompt(authSession);
        context.event()
                .detail("project", grantable.membership().project().alias())
                .detail("membership", grantable.membership().membership().id().value());
    }

    private Stream<String> hidden(ScopeSet granted) {
        MembershipId membership = grantable.membership().membership().id();
        Stream<String> context = grantable.launch().stream()
                .filter(launch -> isTold(granted))
                .map(launch -> ContextScope.of(
                        context().session(),
                        launch,
                        membership,
                        context().authSession().getClient()))
                .map(ContextScope::text);
        Stream<String> marks = refreshWithheld(granted) ? Stream.of(MembershipScope.WITHOUT_REFRESH) : Stream.empty();
        return Stream.concat(Stream.of(MembershipScope.of(membership)), Stream.concat(context, marks));
    }

    /** Whom the app may not know about does not travel with it either. */
    private boolean isTold(ScopeSet granted) {
        ScopeSet byDefault = AssignedScopes.byDefault(context.authSession().getClient());
        return new GrantedClaims(granted.plus(byDefault)).launchContext();
    }

    /** An app that asks for neither kind of lasting access gets Keycloak's ordinary one. */
    private boolean refreshWithheld(ScopeSet granted) {
        return lasts(grantable.asked()) && !lasts(granted);
    }

    private static boolean lasts(ScopeSet scopes) {
        return scopes.scopes().stream().anyMatch(scope -> scope.kind() == ScopeKind.REFRESH);
    }

    /** The person was asked here; {@code prompt=consent} would have Keycloak ask once more. */
    private static void dropConsentPrompt(AuthenticationSessionModel authSession) {
        KeycloakNotes.PROMPT
                .in(authSession)
                .map(ScopeGrantWriter::withoutConsent)
                .ifPresent(prompt -> KeycloakNotes.PROMPT.put(authSession, prompt));
    }

    private static String withoutConsent(String prompt) {
        return Stream.of(prompt.split(" ", -1))
                .filter(value -> !value.equals(OIDCLoginProtocol.PROMPT_VALUE_CONSENT))
                .collect(Collectors.joining(" "));
    }
}
