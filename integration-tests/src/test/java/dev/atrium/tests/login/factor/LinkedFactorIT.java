package dev.atrium.tests.login.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Hospital;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever links an identity to an account has not signed in to it by that. */
@ExtendWith(AtriumServer.class)
class LinkedFactorIT {
    private final Admin admin = Admin.ofRealm();
    private final Hospital provider = Hospital.unlinked(settings -> {});
    private final StrictProject project = StrictProject.make(admin).with(StrictProject.TRUSTED, provider.alias());
    private final TestUser person = project.clinician();
    private final Browser browser = new Browser();
    private final App app = accountApp();

    @AfterEach
    void gone() {
        project.delete();
        admin.delete("clients/" + admin.clientUuid(app.clientId()));
        provider.close();
    }

    @Nested
    class Given_a_provider_that_says_there_were_two_factors {
        @Test
        void its_word_does_not_count_for_whoever_only_links_it() {
            links(Identity.verified(person.email()).inIdToken(BroughtFactorIT.saying("mfa")));
            assertThat(admin.read("users/" + person.id() + "/federated-identity"))
                    .hasSize(1);

            project.asksForASecondFactor();
            Page page = App.PORTAL.authorize(browser, BroughtPeople.SCOPE);

            assertThat(page.title()).isEqualTo(SecondStep.SETUP);
        }
    }

    private void links(Identity identity) {
        provider.says(identity);
        app.authorize(browser, "openid").email(person.email()).password(Admin.PASSWORD);
        Page asked = app.authorize(browser, "openid", Map.of("kc_action", "idp_link:" + provider.alias()));
        URI confirm = URI.create(asked.html().selectFirst("form").attr("abs:action"));
        browser.post(confirm, Map.of("continue", List.of("")));
    }

    /** Only a client that may do what an account may do can have identities linked. */
    private App accountApp() {
        ObjectNode client = Admin.JSON
                .createObjectNode()
                .put("clientId", "account-app-" + UUID.randomUUID())
                .put("publicClient", true)
                .put("fullScopeAllowed", true);
        client.putArray("redirectUris").add(Browser.CALLBACK);
        admin.created("clients", client);
        return new App(client.path("clientId").asText(), Optional.empty());
    }
}
