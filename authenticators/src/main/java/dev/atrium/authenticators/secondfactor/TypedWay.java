package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.utils.RecoveryAuthnCodesUtils;

/** A way that asks for something to type, which Keycloak checks. */
enum TypedWay implements Way {
    AUTHENTICATOR_APP(OTPCredentialModel.TYPE, "numeric") {
        /** Of several devices whichever shows it: people do not know them apart by name. */
        @Override
        boolean isRight(UserModel user, String typed) {
            SubjectCredentialManager credentials = user.credentialManager();
            List<String> devices = credentials
                    .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                    .map(device -> device.getId())
                    .toList();
            return devices.stream()
                    .anyMatch(device ->
                            credentials.isValid(new UserCredentialModel(device, OTPCredentialModel.TYPE, typed)));
        }
    },
    RECOVERY_CODE(RecoveryAuthnCodesCredentialModel.TYPE, "text") {
        @Override
        boolean isRight(UserModel user, String typed) {
            return user.credentialManager()
                    .isValid(UserCredentialModel.buildFromBackupAuthnCode(typed.replace("-", "")));
        }

        /** Whoever has used the last one gets new ones, as in Keycloak's own step. */
        @Override
        void passed(StageContext context) {
            RecoveryAuthnCodesUtils.getCredential(context.user())
                    .filter(codes -> RecoveryAuthnCodesCredentialModel.createFromCredentialModel(codes)
                            .allCodesUsed())
                    .ifPresent(used -> {
                        context.user().credentialManager().removeStoredCredentialById(used.getId());
                        context.authSession()
                                .addRequiredAction(UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES);
                    });
        }

        /** Keycloak takes them one after the other: the page says which is next. */
        @Override
        int number(UserModel user) {
            return RecoveryAuthnCodesUtils.getCredential(user)
                    .map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel)
                    .flatMap(RecoveryAuthnCodesCredentialModel::getNextRecoveryAuthnCode)
                    .map(next -> next.getNumber())
                    .orElse(0);
        }
    },
    PASSWORD(PasswordCredentialModel.TYPE, "password") {
        @Override
        boolean isRight(UserModel user, String typed) {
            return user.credentialManager().isValid(UserCredentialModel.password(typed));
        }

        @Override
        public Optional<FactorKind> factor() {
            return Optional.empty();
        }

        @Override
        public Optional<LoginMethod> method() {
            return Optional.of(Own.PASSWORD);
        }
    };

    static final String FIELD = "typed";

    private final String type;
    private final String input;

    TypedWay(String type, String input) {
        this.type = type;
        this.input = input;
    }

    abstract boolean isRight(UserModel user, String typed);

    /** Which of several to type; 0 where there is no such question. */
    int number(UserModel user) {
        return 0;
    }

    /** What is to be done after it was right. */
    void passed(StageContext context) {}

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
                .setAttribute("typed", new TypedPage(type, input, number(context.user())))
                .createForm("atrium-factor-typed.ftl"));
    }

    @Override
    public boolean isPassed(StageContext context) {
        String typed = context.posted().getFirst(FIELD);
        boolean right = typed != null
                && !typed.isBlank()
                && new CredentialTry(context, type)
                        .isRight(() -> isRight(context.user(), this == PASSWORD ? typed : typed.strip()));
        if (right) {
            passed(context);
        }
        return right;
    }

    @Override
    public String failure() {
        return "atrium.factor.wrong." + type;
    }

    @Override
    public Optional<FactorKind> factor() {
        return FactorKind.ofCredentialType(type);
    }

    /**
     * What the page asks to type.
     *
     * @param type names the messages
     * @param input what the field is for: {@code numeric}, {@code text} or {@code password}
     * @param number which of several; 0 where there is no such question
     */
    public record TypedPage(String type, String input, int number) {}
}
