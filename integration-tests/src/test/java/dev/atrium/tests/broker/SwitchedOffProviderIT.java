package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.AccountConsole;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While an organization's provider is switched off, nobody who is linked to it gets away from it for good. */
@ExtendWith(AtriumServer.class)
class SwitchedOffProviderIT {
    private final Hospital hospital = Hospital.documented();
    private final String email = hospital.someAddress();
    private final Browser browser = new Browser();
    private AccountConsole console;

    @BeforeEach
    void is_switched_off_after_somebody_came_by_it() {
        hospital.says(Identity.verified(email));
        App.PLAIN.authorize(browser, "openid", Map.of("kc_idp_hint", hospital.alias()));
        console = AccountConsole.in(browser);
        hospital.set(provider -> provider.put("enabled", false));
    }

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Test
    void they_do_not_change_the_address() {
        ObjectNode account = (ObjectNode) console.request("GET", "", "").json();

        Answer refused = console.request(
                "POST", "", account.put("email", "free-" + email).toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(hospital.accounts(email)).hasSize(1);
    }

    @Test
    void they_do_not_take_the_link_away() {
        String id = hospital.accounts(email).path(0).path("id").asText();
        ObjectNode user = Admin.JSON.createObjectNode();
        user.putArray("credentials").addObject().put("type", "password").put("value", Admin.PASSWORD);
        hospital.admin().update("users/" + id, user);

        console.request("DELETE", "linked-accounts/" + hospital.alias(), "");

        assertThat(hospital.admin().read("users/" + id + "/federated-identity")).hasSize(1);
    }
}
