package dev.atrium.authenticators.secondfactor;

import com.webauthn4j.util.exception.WebAuthnException;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import java.util.Optional;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** A way that asks for a key: one that is a second factor only, or a passkey, which also signs in alone. */
enum KeyWay implements Way {
    PASSKEY(WebAuthnCredentialModel.TYPE_PASSWORDLESS) {
        @Override
        public Optional<LoginMethod> method() {
            return Optional.of(Own.PASSKEY);
        }
    },
    SECURITY_KEY(WebAuthnCredentialModel.TYPE_TWOFACTOR);

    private final String type;

    KeyWay(String type) {
        this.type = type;
    }

    @Override
    public String id() {
        return type;
    }

    @Override
    public String label() {
        return "atrium.factor.way." + type;
    }

    @Override
    public void begin(StageContext context, WayPage page) {
        context.show(page.form(context)
                .setAttribute("key", KeyPage.of(context, this))
                .createForm("atrium-factor-key.ftl"));
    }

    /** Its signature is not to be guessed, so no try counts for the brute-force protection. */
    @Override
    public boolean isPassed(StageContext context) {
        Optional<KeyAnswer> answer = KeyAnswer.of(context, this);
        try {
            return answer.filter(signed -> context.user().credentialManager().isValid(signed.input()))
                    .isPresent();
        } catch (WebAuthnException notRight) {
            context.recordRefusal("The answer of the key is not valid: " + notRight.getMessage());
            return false;
        }
    }

    @Override
    public String failure() {
        return "atrium.factor.wrong.webauthn";
    }

    @Override
    public Optional<FactorKind> factor() {
        return FactorKind.ofCredentialType(type);
    }

    String type() {
        return type;
    }
}
