package dev.atrium.overrides.requiredaction;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.models.utils.FormMessage;

/** Keycloak's action that asks for details that are missing, without an error before anything was typed. */
final class AskingVerifyUserProfile extends VerifyUserProfile {
    private boolean answered;

    @Override
    public void processAction(RequiredActionContext context) {
        answered = true;
        super.processAction(context);
    }

    @Override
    protected Response createResponse(
            RequiredActionContext context,
            @Nullable MultivaluedMap<String, String> formData,
            @Nullable List<FormMessage> errors) {
        return super.createResponse(context, answered ? formData : null, answered ? errors : null);
    }
}
