package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.login.LoginMethod;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
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
        SignInFacts facts = SignInFacts.of(context);
        facts.keep(facts.proof());
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

    @Override
    public Optional<LoginMethod> method() {
        return Optional.of(provider);
    }
}
