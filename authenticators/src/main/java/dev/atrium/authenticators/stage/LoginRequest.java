package dev.atrium.authenticators.stage;

import dev.atrium.core.account.UserId;
import dev.atrium.core.consent.ConsentPrompt;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.EhrLaunchNote;
import dev.atrium.directory.launch.LaunchContextNote;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.membership.ChosenMembership;
import dev.atrium.directory.membership.MembershipScope;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.invitations.link.LinkInitiatedLogin;
import dev.atrium.support.note.ClientNote;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** What an app asks for in a sign-in. */
public record LoginRequest(KeycloakSession session, AuthenticationSessionModel authSession, UserModel user) {
    private static final ClientNote<ScopeSet> REQUESTED =
            new ClientNote<>("atrium.requested-scope", ScopeSet::text, text -> Optional.of(ScopeSet.parse(text)));
    private static final FlowNote<String> STAGES_DONE = new FlowNote<>("atrium.stages", id -> id, Optional::of);

    /**
     * All scopes of this request, as the app wrote them, with the SMART ones that its client has by default. The same
     * as often as it is asked, also when an earlier turn has narrowed what is granted.
     */
    public ScopeSet scopes() {
        return REQUESTED.in(authSession).orElseGet(this::scopesSent);
    }

    /** Whether the answer may hold project or FHIR data; if not, the stages leave the sign-in alone. */
    public boolean concernsProject() {
        if (LinkInitiatedLogin.is(authSession)) {
            return false;
        }
        return scopes().scopes().stream().anyMatch(Scope::concernsFhir)
                || clientScopes().containsKey(GrantedClaims.PROJECT_SCOPE);
    }

    /** The FHIR server that the app wants to talk to, if it asks for FHIR data and says where. */
    public Optional<FhirBaseUrl> server() {
        return scopes().scopes().stream().anyMatch(Scope::concernsFhir)
                ? RequestedServer.of(session, authSession)
                : Optional.empty();
    }

    /** Whether a page may be shown (OpenID Connect Core, section 3.1.2.1). */
    public ConsentPrompt consentPrompt() {
        if (isSilent()) {
            return ConsentPrompt.NEVER;
        }
        return hasPrompt(OIDCLoginProtocol.PROMPT_VALUE_CONSENT) ? ConsentPrompt.ALWAYS : ConsentPrompt.IF_NEEDED;
    }

    /** Whether no page may be shown ({@code prompt=none}, OpenID Connect Core, section 3.1.2.1). */
    public boolean isSilent() {
        return hasPrompt(OIDCLoginProtocol.PROMPT_VALUE_NONE);
    }

    /** The client scopes this request leads to, by name. */
    public Map<String, ClientScopeModel> clientScopes() {
        return TokenManager.getRequestedClientScopes(session, scopes().text(), authSession.getClient(), user)
                .filter(scope -> !(scope instanceof ClientModel))
                .collect(Collectors.toMap(ClientScopeModel::getName, Function.identity(), (one, same) -> one));
    }

    /** As whom this person signed in to the same app before, in this browser. */
    public Optional<MembershipId> earlierChoice() {
        return BrowserSession.of(session, user)
                .map(browser -> browser.getAuthenticatedClientSessionByClient(
                        authSession.getClient().getId()))
                .flatMap(ChosenMembership.NOTE::in);
    }

    /** The membership chosen in this sign-in. */
    public Optional<ActiveMembership> membership() {
        return ChosenMembership.NOTE
                .in(authSession)
                .flatMap(id -> ActiveMembership.find(session, id, new UserId(user.getId())));
    }

    /** What the app is launched with, as far as that is known by now. */
    public Optional<LaunchContext> launch() {
        return LaunchContextNote.NOTE.in(authSession);
    }

    /** Forgets what an earlier turn of this sign-in chose, and remembers what was asked for. */
    public void begin() {
        REQUESTED.put(authSession, scopes());
        ChosenMembership.NOTE.remove(authSession);
        LaunchContextNote.NOTE.remove(authSession);
        EhrLaunchNote.NOTE.remove(authSession);
        STAGES_DONE.remove(authSession);
    }

    /**
     * Notes that both stages ran for this person. What was asked for stays noted if less was granted: whoever starts
     * over from here, at a later required action say, starts from the app's request. Only the stages read it.
     */
    public void done() {
        if (scopes().equals(scopesSent())) {
            REQUESTED.remove(authSession);
        }
        STAGES_DONE.put(authSession, user.getId());
    }

    /** Whether both stages ran for this person in this sign-in. */
    public boolean isDone() {
        return STAGES_DONE.in(authSession).filter(user.getId()::equals).isPresent();
    }

    private boolean hasPrompt(String value) {
        return KeycloakNotes.PROMPT
                .in(authSession)
                .filter(prompt -> TokenUtil.hasPrompt(prompt, value))
                .isPresent();
    }

    private ScopeSet scopesSent() {
        ScopeSet byDefault = AssignedScopes.byDefault(authSession.getClient()).filter(Scope::concernsFhir);
        return ScopeSet.parse(KeycloakNotes.SCOPE.in(authSession).orElse(""))
                .without(scope -> MembershipScope.isHidden(scope.text()))
                .plus(byDefault);
    }
}
