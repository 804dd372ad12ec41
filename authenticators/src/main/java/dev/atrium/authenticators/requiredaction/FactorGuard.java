package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.BrowserSession;
import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.factor.ShownFactor;
import dev.atrium.directory.factor.SignInProof;
import java.util.Arrays;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * The second factor of somebody who asks to add or delete what they sign in with. Whoever has one shows it first: knowing the
 * password must not be enough to set up another, or to take it away. What an administrator asks for runs without.
 */
public record FactorGuard(RequiredActionContext context, String action) implements ActionGuard {
    private static final String REASON = "The user has a second factor, and did not show it in this session";

    @Override
    public boolean isRefused() {
        return stage().isAskedFor(action) && isNoted() && hasFactor() && !isShown();
    }

    @Override
    public void refuse() {
        RefusalPage.FACTOR_FIRST.show(stage(), REASON);
    }

    @Override
    public void leave() {
        RefusalPage.FACTOR_FIRST.leave(stage(), REASON);
    }

    /** The action has run: whoever has set one up by it need not show it to set up the next. */
    public void noteSetUp() {
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS) {
            ShownFactor.note(context.getAuthenticationSession(), context.getUser());
        }
    }

    /** Whether this realm's sessions keep what was shown: realms without Atrium are as they were. */
    private boolean isNoted() {
        RequiredActionProviderModel stages =
                context.getRealm().getRequiredActionProviderByAlias(StagesRequiredActionFactory.ID);
        return stages != null && stages.isEnabled();
    }

    private boolean hasFactor() {
        return Arrays.stream(FactorKind.values())
                .map(FactorKind::credentialType)
                .anyMatch(context.getUser().credentialManager()::isConfiguredFor);
    }

    private boolean isShown() {
        RequiredActionStageContext stage = stage();
        return ShownFactor.isIn(stage.authSession(), stage.userId())
                || isIn(SignInProof.of(stage.session(), stage.authSession(), stage.userId()))
                || BrowserSession.of(stage.session(), stage.user())
                        .filter(browser -> ShownFactor.isIn(browser, stage.userId())
                                || isIn(SignInProof.of(stage.session(), browser)))
                        .isPresent();
    }

    /** A passkey is one that signs in alone. What an identity provider says counts for its own project, not for the account. */
    private static boolean isIn(SignInProof proof) {
        return proof.factor().isPresent() || proof.methods().contains(Own.PASSKEY);
    }

    private RequiredActionStageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}
