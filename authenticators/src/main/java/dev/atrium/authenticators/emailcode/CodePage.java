package dev.atrium.authenticators.emailcode;

import dev.atrium.authenticators.emailcode.CodeRecipient.Factor;
import dev.atrium.core.emailcode.MaskedAddress;
import dev.atrium.directory.project.PersonName;
import dev.atrium.support.note.KeycloakNotes;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * What the page for the code shows.
 *
 * @param sentKey the message that says where the code went
 * @param name what stands in it: what was typed, or the address of whoever is known already
 * @param noticeKey the message that says what came of the last request; may be empty
 * @param notice what stands in that
 * @param failed whether the notice is bad news
 * @param canType whether there is a code to type
 */
public record CodePage(String sentKey, String name, String noticeKey, String notice, boolean failed, boolean canType) {
    private static final String TEMPLATE = "atrium-code.ftl";

    static CodePage of(AuthenticationFlowContext flow, CodeRecipient recipient) {
        return recipient.factor() == Factor.SECOND
                ? new CodePage("atrium.code.sent.known", masked(flow.getUser()), "", "", false, true)
                : new CodePage("atrium.code.sent", nameOf(flow), "", "", false, true);
    }

    CodePage told(String key, String with) {
        return new CodePage(sentKey, name, key, with, false, canType);
    }

    CodePage failed(String key, String with) {
        return new CodePage(sentKey, name, key, with, true, canType);
    }

    /** Where there is nothing to type, for nothing was sent. */
    CodePage unsent(String key) {
        return new CodePage("", name, key, "", true, false);
    }

    Response shown(AuthenticationFlowContext flow) {
        return flow.form().setAttribute("code", this).createForm(TEMPLATE);
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
