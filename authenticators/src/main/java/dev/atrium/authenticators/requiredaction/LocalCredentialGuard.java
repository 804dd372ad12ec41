package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.directory.account.CredentialSetup;
import dev.atrium.directory.login.LoginCheck;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;

/**
 * A password or passkey that somebody is about to set up for themselves. Who may not sign in with it gets none: it would
 * be of no use, until their organization switches its provider off and they get in after it has let them go.
 */
public record LocalCredentialGuard(RequiredActionContext context, String action) implements ActionGuard {
    private static final String REASON = "The user may not sign in with the credential that they were about to set up";

    /** An administrator's mail may still have somebody set one whom no provider has brought yet. */
    @Override
    public boolean isRefused() {
        LoginCheck check = check();
        return CredentialSetup.isUseless(check, action) && (check.isLinked() || (check.binds() && !isMailed()));
    }

    private LoginCheck check() {
        return LoginCheck.of(context.getSession(), context.getUser());
    }

    private RefusalPage page() {
        return check().allowed().own().isEmpty() ? RefusalPage.NO_OWN_CREDENTIAL : RefusalPage.NOT_THIS_CREDENTIAL;
    }

    /** Who asked for it is told; others, on whose list an administrator put it, go on without. */
    @Override
    public void refuse() {
        if (stage().isAskedFor(action)) {
            page().show(stage(), REASON);
        } else if (isMailed()) {
            context.challenge(context.form().setError("atrium.link.home").createErrorPage(Response.Status.FORBIDDEN));
        } else {
            context.success();
        }
    }

    /** Sends who asked for it back to the app. */
    @Override
    public void leave() {
        if (stage().isAskedFor(action)) {
            page().leave(stage(), REASON);
        } else {
            refuse();
        }
    }

    private boolean isMailed() {
        return KeycloakNotes.NO_SIGN_IN.in(context.getAuthenticationSession()).orElse(false);
    }

    private RequiredActionStageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}
