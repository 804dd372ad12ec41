package dev.atrium.directory.factor;

import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.directory.login.MethodCondition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** A step that asks for a code by mail of whoever has shown something else. It makes the mailbox a second factor. */
public final class MailedSecondStep {
    private static final String STEP = "atrium-email-code";

    private MailedSecondStep() {}

    /** Whether a flow of this realm has one, be it the realm's or a client's own. */
    public static boolean isIn(RealmModel realm) {
        return realm.getAuthenticationFlowsStream()
                .filter(flow -> flow.isTopLevel() && !flow.isBuiltIn())
                .anyMatch(flow -> isIn(realm, flow.getId(), new HashSet<>()));
    }

    /** Where the sub-flow runs for those who sign in with a code, the code is their first factor. */
    private static boolean isIn(RealmModel realm, String flowId, Set<String> above) {
        List<AuthenticationExecutionModel> steps = realm.getAuthenticationExecutionsStream(flowId)
                .filter(step -> !step.isDisabled())
                .toList();
        return above.add(flowId)
                && steps.stream()
                        .flatMap(step -> MethodCondition.of(realm, step).stream())
                        .noneMatch(Own.EMAIL_CODE::equals)
                && steps.stream()
                        .anyMatch(step -> step.isAuthenticatorFlow()
                                ? isIn(realm, step.getFlowId(), above)
                                : STEP.equals(step.getAuthenticator()));
    }
}
