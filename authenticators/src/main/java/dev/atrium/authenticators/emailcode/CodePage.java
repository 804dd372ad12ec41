package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.domain.AnotherWay;
import dev.atrium.authenticators.emailcode.CodeRecipient.Factor;
import dev.atrium.core.emailcode.MaskedAddress;
import dev.atrium.directory.project.PersonName;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;

/**
 * What the page for the code shows.
 *
 * @param factor what the code is asked for
 * @param name what stands in it: what was typed, or the address of whoever is known already
 * @param noticeKey the message that says what came of the last request; may be empty
 * @param notice what stands in that
 * @param failed whether the notice is bad news
 * @param canType whether there is a code to type
 */
public record CodePage(Factor factor, String name, String noticeKey, String notice, boolean failed, boolean canType) {
    private static final String TEMPLATE = "atrium-code.ftl";

    static CodePage of(AuthenticationFlowContext flow, CodeRecipient recipient) {
        return recipient.factor() == Factor.SECOND
                ? new CodePage(Factor.SECOND, masked(flow.getUser()), "", "", false, true)
                : new CodePage(Factor.FIRST, nameOf(flow), "", "", false, true);
    }

    /** The message that says where the code went. */
    public String sentKey() {
        if (!canType) {
            return "";
        }
        return isChosen() ? "atrium.code.sent" : "atrium.code.sent.known";
    }

    private boolean isChosen() {
        return factor == Factor.FIRST;
    }

    CodePage told(String key, String with) {
        return new CodePage(factor, name, key, with, false, canType);
    }

    CodePage failed(String key, String with) {
        return new CodePage(factor, name, key, with, true, canType);
    }

    /** Where there is nothing to type, for nothing was sent. */
    CodePage unsent(String key) {
        return new CodePage(factor, name, key, "", true, false);
    }

    /** With the way to the other methods, where it is one of several. */
    Response shown(AuthenticationFlowContext flow) {
        LoginFormsProvider page = flow.form().setAttribute("code", this);
        return (isChosen() ? AnotherWay.on(page, flow) : page).createForm(TEMPLATE);
    }

    private static String nameOf(AuthenticationFlowContext flow) {
        return Optional.ofNullable(flow.getUser())
                .map(PersonName::of)
                .or(() -> KeycloakNotes.ATTEMPTED_USERNAME.in(flow.getAuthenticationSession()))
                .orElse("");
    }

    private static String masked(UserModel person) {
        return CodeRecipient.address(person)
                .map(MaskedAddress::new)
                .map(MaskedAddress::text)
                .orElse("");
    }
}
