package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.OfferedMethods;
import dev.atrium.directory.homeidp.ProviderName;
import dev.atrium.support.note.KeycloakNotes;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The page on which a person chooses how to sign in.
 *
 * @param methods the first is suggested
 */
public record MethodPage(List<Row> methods) {
    /** The form field of the buttons. */
    static final String FIELD = "method";

    /**
     * A button.
     *
     * @param value as the form sends it
     * @param kind which words it has
     * @param name of the provider, if it is one
     */
    public record Row(String value, String kind, String name) {}

    static void show(AuthenticationFlowContext flow, OfferedMethods offered) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        AnotherWay.stay(authSession);
        KeycloakNotes.USERNAME_HIDDEN.put(
                authSession, KeycloakNotes.ATTEMPTED_USERNAME.in(authSession).isPresent());
        LoginFormsProvider form = Notice.on(flow.form(), authSession);
        flow.challenge(form.setAttribute("page", of(flow.getSession(), offered)).createForm("atrium-method.ftl"));
    }

    private static MethodPage of(KeycloakSession session, OfferedMethods offered) {
        return new MethodPage(offered.methods().stream()
                .map(method -> new Row(method.text(), OfferedMethods.kind(method), name(session, method)))
                .toList());
    }

    private static String name(KeycloakSession session, LoginMethod method) {
        return method instanceof LoginMethod.Provider provider ? ProviderName.of(session, provider.alias()) : "";
    }
}
