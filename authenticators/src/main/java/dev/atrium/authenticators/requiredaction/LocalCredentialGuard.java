package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.RequiredActionContext;

/**
 * A password or passkey that somebody is about to set up for themselves. Who belongs to an organization's provider gets
 * none: with it, they would get in after the organization has let them go.
 */
public record LocalCredentialGuard(RequiredActionContext context, String action) {
    private static final String REASON = "The user signs in with an identity provider and may not set up a credential";

    /** An administrator's mail may still have somebody set one whom no provider has brought yet. */
    public boolean isRefused() {
        HomeIdpBinding home = HomeIdpBinding.of(context.getSession(), context.getUser());
        return home.isLinked() || (home.binds() && !isMailed());
    }

    /** Who asked for it is told; others, on whose list an administrator put it, go on without. */
    public void refuse() {
        if (isAskedFor()) {
            RefusalPage.NO_OWN_CREDENTIAL.show(stage(), REASON);
        } else if (isMailed()) {
            context.challenge(context.form().setError("atrium.link.home").createErrorPage(Response.Status.FORBIDDEN));
        } else {
            context.success();
        }
    }

    /** Sends who asked for it back to the app. */
    public void leave() {
        if (isAskedFor()) {
            RefusalPage.NO_OWN_CREDENTIAL.leave(stage(), REASON);
        } else {
            refuse();
        }
    }

    private boolean isAskedFor() {
        return KeycloakNotes.ACTION
                .in(context.getAuthenticationSession())
                .filter(action::equals)
                .isPresent();
    }

    private boolean isMailed() {
        return KeycloakNotes.NO_SIGN_IN.in(context.getAuthenticationSession()).orElse(false);
    }

    private StageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}
