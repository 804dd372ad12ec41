package dev.atrium.tests.login.factor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.broker.Hospital;
import dev.atrium.tests.broker.Identity;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import java.util.Map;
import java.util.function.Consumer;

/** People whom an identity provider brings to an app. */
record BroughtPeople(Admin admin, Hospital hospital) {
    static final String SCOPE = "openid fhirUser user/*.rs";

    /** An account here that is linked to the identity there, without a password. */
    TestUser account(Identity identity, Consumer<ObjectNode> change) {
        TestUser user = admin.user(identity.idToken().path("email").asText(), account -> {
            account.remove("credentials");
            change.accept(account);
        });
        hospital.links(user, identity);
        return user;
    }

    Page signsIn(Browser browser, Identity identity) {
        hospital.says(identity);
        return App.PORTAL.authorize(browser, SCOPE, Map.of("kc_idp_hint", hospital.alias()));
    }
}
