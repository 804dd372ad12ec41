package dev.atrium.authenticators.requiredaction;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.directory.login.LoginCheck;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Turns people away who came by a method that is not theirs, and leads them to the one that is. */
record MethodBypass(RequiredActionContext context) {
    boolean applies() {
        return LoginOrigin.of(context).isRefused();
    }

    /** Has this action do so, unless there is nowhere to show a page, and of what the sign-in was for nothing else, such as setting the password of a reset. */
    void takeTheTurnOf(String action) {
        if (!stage().hasBrowser()) {
            throw refusedGrant();
        }
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        List<String> others = authSession.getRequiredActions().stream()
                .filter(other -> !other.equals(LoginMethodRequiredActionFactory.ID))
                .toList();
        others.forEach(authSession::removeRequiredAction);
        authSession.addRequiredAction(action);
    }

    /** Shows the page that says so. */
    void show() {
        AllowedMethods allowed = allowed();
        List<RightWay> ways = RightWay.among(context.getSession(), allowed);
        page(allowed).show(stage(), reason(allowed), form -> form.setAttribute("ways", ways));
    }

    /** Goes on by the way that the person chose on that page, or sends them back to the app. */
    void leave() {
        AllowedMethods allowed = allowed();
        Optional<RightWay> chosen = RightWay.chosen(context, allowed);
        if (chosen.isPresent()) {
            chosen.get().take(context);
        } else {
            page(allowed).leave(stage(), reason(allowed));
        }
    }

    /** The answer at the token endpoint (RFC 6749, section 5.2). */
    private RuntimeException refusedGrant() {
        stage().recordRefusal(reason(allowed()));
        Cors cors = Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(
                        context.getSession(), context.getAuthenticationSession().getClient());
        return new CorsErrorResponseException(
                cors,
                OAuthErrorException.INVALID_GRANT,
                "The user may not sign in by this method",
                Response.Status.BAD_REQUEST);
    }

    private AllowedMethods allowed() {
        return LoginCheck.of(context.getSession(), context.getUser()).allowed();
    }

    private static RefusalPage page(AllowedMethods allowed) {
        if (allowed.isEmpty()) {
            return RefusalPage.NOT_NOW;
        }
        return allowed.own().isEmpty() ? RefusalPage.NOT_FROM_HOME : RefusalPage.NOT_THIS_METHOD;
    }

    private static String reason(AllowedMethods allowed) {
        String methods = allowed.methods().stream().map(LoginMethod::text).collect(Collectors.joining(", "));
        return allowed.by()
                .problem()
                .orElseGet(() -> "The user signs in by " + methods + " only; that is decided by "
                        + allowed.by().text());
    }

    private RequiredActionStageContext stage() {
        return new RequiredActionStageContext(context, context::success);
    }
}
