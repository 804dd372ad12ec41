package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.account.CredentialSetup;
import dev.atrium.directory.login.LoginCheck;
import java.util.Optional;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** Setting up a second factor, or a passkey to sign in with. */
enum EnrolmentWay implements Way {
    AUTHENTICATOR_APP(FactorKind.AUTHENTICATOR_APP, UserModel.RequiredAction.CONFIGURE_TOTP.name()),
    SECURITY_KEY(FactorKind.SECURITY_KEY, WebAuthnRegisterFactory.PROVIDER_ID),
    PASSKEY(FactorKind.PASSKEY, WebAuthnPasswordlessRegisterFactory.PROVIDER_ID) {
        @Override
        public Optional<LoginMethod> method() {
            return Optional.of(Own.PASSKEY);
        }
    };

    private final FactorKind kind;
    private final String action;

    EnrolmentWay(FactorKind kind, String action) {
        this.kind = kind;
        this.action = action;
    }

    /** Where the realm has its action on, and the person may have a key of their own. */
    boolean isOpenTo(StageContext context) {
        RequiredActionProviderModel model = context.authSession().getRealm().getRequiredActionProviderByAlias(action);
        return model != null && model.isEnabled() && (this == AUTHENTICATOR_APP || !isUseless(context));
    }

    /** As where the action is about to run. */
    private boolean isUseless(StageContext context) {
        LoginCheck check = LoginCheck.of(context.session(), context.user());
        return CredentialSetup.isUseless(check, action) && (check.isLinked() || check.binds());
    }

    @Override
    public String id() {
        return action;
    }

    @Override
    public String label() {
        return "atrium.factor.setup." + kind.credentialType();
    }

    /** The stages end without a membership, so that nothing is granted; they begin again when it is set up. */
    @Override
    public void begin(StageContext context, WayPage page) {
        Enrolment.begin(context, this);
        context.proceed();
    }

    String action() {
        return action;
    }

    FactorKind kind() {
        return kind;
    }
}
