package dev.atrium.authenticators.launch;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.scope.LaunchScope;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunchNote;
import dev.atrium.directory.launch.EhrLaunches;
import dev.atrium.directory.launch.LaunchHandle;
import dev.atrium.directory.scope.AssignedScopes;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import java.util.stream.Stream;

/** A person arrives whom an EHR has sent, by way of the app; what the EHR registered is looked up for the stages. */
public record LaunchArrival(StageContext context) {
    private static final String LATE = "The launch is used or took too long: launch the app again";

    /** Whether the sign-in has ended here, or shows why it will. */
    public boolean isRefused() {
        Optional<String> handle = KeycloakNotes.LAUNCH.in(context.authSession());
        if (handle.isEmpty() || !isAsked()) {
            return false;
        }
        Optional<EhrLaunch> launch = handle.flatMap(LaunchHandle::parse)
                .flatMap(new EhrLaunches(context.session())::find)
                .filter(found ->
                        found.app().equals(context.authSession().getClient().getId()));
        if (launch.isEmpty()) {
            context.refuse(OAuthError.INVALID_REQUEST, LATE, LATE);
            return true;
        }
        return isRefused(launch.get());
    }

    /** Without the scope nobody has looked at the parameter, and it means nothing. */
    private boolean isAsked() {
        return Stream.concat(
                        context.request().scopes().scopes().stream(),
                        AssignedScopes.byDefault(context.authSession().getClient()).scopes().stream())
                .anyMatch(scope -> scope instanceof LaunchScope launch && launch.isEhr());
    }

    private boolean isRefused(EhrLaunch launch) {
        if (launch.user().filter(user -> !user.equals(context.userId())).isPresent()) {
            refuseUser(launch);
            return true;
        }
        EhrLaunchNote.NOTE.put(context.authSession(), launch);
        SignInContext.put(context.authSession(), launch.context());
        context.event().detail("launch", launch.id()).detail("launched_by", launch.ehr());
        return false;
    }

    private void refuseUser(EhrLaunch launch) {
        String reason = "The EHR '" + launch.ehr() + "' launched the app for another user (launch " + launch.id() + ")";
        if (context.request().isSilent()) {
            context.refuse(OAuthError.ACCESS_DENIED, "The app was launched for another user.", reason);
        } else {
            RefusalPage.OTHER_USER.show(context, reason);
        }
    }
}
