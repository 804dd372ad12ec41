package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.directory.account.StaleLogin;
import dev.atrium.directory.factor.BroughtFactor;
import dev.atrium.directory.factor.SecondFactor;
import dev.atrium.directory.factor.SignInProof;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Signing in at an identity provider, from where the sign-in comes back to the stages with the app's request as it was. What was
 * used before is noted: whoever comes back may be somebody else, and then nothing of it counts.
 */
record ProviderWay(String id, String label, LoginMethod.Provider provider) implements Way {
    static Optional<Way> of(KeycloakSession session, LoginMethod.Provider provider) {
        return Optional.ofNullable(session.identityProviders().getByAlias(provider.alias()))
                .filter(IdentityProviderModel::isEnabled)
                .map(found -> new ProviderWay(
                        provider.text(), KeycloakModelUtils.getIdentityProviderDisplayName(session, found), provider));
    }

    @Override
    public void begin(StageContext context, WayPage page) {
        keepProof(context);
        AuthenticationSessionModel authSession = context.authSession();
        KeycloakSession session = context.session();
        String code = new ClientSessionCode<>(session, authSession.getRealm(), authSession).getOrGenerateCode();
        context.show(Response.seeOther(Urls.identityProviderAuthnRequest(
                        session.getContext().getUri().getBaseUri(),
                        provider.alias(),
                        authSession.getRealm().getName(),
                        code,
                        authSession.getClient().getClientId(),
                        authSession.getTabId(),
                        AuthenticationProcessor.getClientData(session, authSession),
                        context.user().getEmail()))
                .build());
    }

    /** Keycloak lets nobody leave for a provider but from a flow, so that after one the sign-in starts over. */
    private static void keepProof(StageContext context) {
        SignInFacts facts = SignInFacts.of(context);
        SignInProof proof = facts.noteProof();
        AuthenticationSessionModel authSession = context.authSession();
        if (AuthenticationSessionModel.Action.REQUIRED_ACTIONS.name().equals(authSession.getAction())) {
            StaleLogin.watchOver(
                    authSession,
                    () -> AuthenticationProcessor.resetFlow(authSession, LoginActionsService.AUTHENTICATE_PATH));
            proof.factor().ifPresent(factor -> SecondFactor.NOTE.put(authSession, factor));
            proof.brought().ifPresent(brought -> BroughtFactor.NOTE.put(authSession, brought));
        }
        facts.keep(proof);
    }

    @Override
    public Optional<LoginMethod> method() {
        return Optional.of(provider);
    }
}
