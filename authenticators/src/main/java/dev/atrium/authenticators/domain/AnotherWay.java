package dev.atrium.authenticators.domain;

import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.OfferedMethods;
import dev.atrium.support.note.FlowNote;
import dev.atrium.support.note.KeycloakNotes;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The way from the page of one method back to the choice of methods: <em>Try another way</em>.
 *
 * <p>Keycloak's own link of these words leads to the alternatives of one level of a flow, which know nothing of rules.
 */
public final class AnotherWay {
    /** The form field by which its button is recognised; the pages' attribute has the same name. */
    private static final String FIELD = "anotherWay";

    private static final FlowNote<Boolean> ASKED =
            new FlowNote<>("atrium.another-way", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    private AnotherWay() {}

    /** Puts the button on the page of a method, where there is another. */
    public static LoginFormsProvider on(LoginFormsProvider page, AuthenticationFlowContext flow) {
        boolean another = Offer.NOTE
                .in(flow.getAuthenticationSession())
                .filter(OfferedMethods::isChoice)
                .isPresent();
        return another ? page.setAttribute(FIELD, true) : page;
    }

    /** Whether this method is among those that the person can choose from. */
    public static boolean leadsTo(AuthenticationSessionModel authSession, LoginMethod method) {
        return Offer.NOTE.in(authSession).filter(offered -> offered.has(method)).isPresent();
    }

    /** Whether its button was pressed. */
    public static boolean isAskedFor(AuthenticationFlowContext flow) {
        return flow.getHttpRequest().getDecodedFormParameters().containsKey(FIELD);
    }

    /** Starts over, with what was typed, at the choice of methods. */
    public static void take(AuthenticationFlowContext flow) {
        AuthenticationSessionModel authSession = flow.getAuthenticationSession();
        Optional<String> typed = KeycloakNotes.ATTEMPTED_USERNAME.in(authSession);
        Optional<Boolean> remember = KeycloakNotes.REMEMBER_ME.in(authSession);
        Optional<OfferedMethods> offered = Offer.NOTE.in(authSession);
        flow.resetFlow(() -> {
            typed.ifPresent(name -> KeycloakNotes.ATTEMPTED_USERNAME.put(authSession, name));
            remember.ifPresent(kept -> KeycloakNotes.REMEMBER_ME.put(authSession, kept));
            offered.ifPresent(methods -> Offer.NOTE.put(authSession, methods));
            stay(authSession);
        });
    }

    /** Whether the person is at the choice of methods, also after a reload of the page. */
    static boolean isTaken(AuthenticationSessionModel authSession) {
        return ASKED.in(authSession).isPresent();
    }

    /** Keeps the choice of methods as the page that is shown. */
    static void stay(AuthenticationSessionModel authSession) {
        ASKED.put(authSession, true);
    }

    static void leave(AuthenticationSessionModel authSession) {
        ASKED.remove(authSession);
    }
}
