package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where no name could lead anywhere but to the password, one page asks for both. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class OnePageIT {
    private DeliveredRealm realm;

    @BeforeAll
    void a_realm_without_a_provider() {
        realm = DeliveredRealm.create();
        realm.admin().delete("identity-provider/instances/lakeside-sso");
        realm.person("ann", "ann@some.example");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Test
    void signs_people_in_by_address_or_user_name() {
        assertThat(signIn(realm.open(), "ann@some.example", Admin.PASSWORD).callback())
                .containsKey("code");
        assertThat(signIn(realm.open(), "ann", Admin.PASSWORD).callback()).containsKey("code");
    }

    @Test
    void keeps_the_name_when_the_password_was_wrong() {
        Page again = signIn(realm.open(), "ann", "not the password");

        assertThat(again.text()).contains("Invalid user name or password.");
        assertThat(again.typedName()).isEqualTo("ann");
        assertThat(signIn(again, "ann@some.example", Admin.PASSWORD).callback()).containsKey("code");
    }

    @Test
    void says_the_same_to_a_name_that_nobody_has() {
        assertThat(Alike.of(signIn(realm.open(), "nobody@some.example", "wrong"), "nobody@some.example"))
                .isEqualTo(Alike.of(signIn(realm.open(), "ann@some.example", "wrong"), "ann@some.example"));
    }

    @Test
    void has_another_way_to_a_passkey_and_back() {
        Page choice = realm.open().anotherWay();

        assertThat(choice.methods()).containsExactly("password", "passkey");
        assertThat(choice.method("passkey").html().select("#authenticateWebAuthnButton"))
                .hasSize(1);
        assertThat(signIn(realm.open().anotherWay().method("password"), "ann", Admin.PASSWORD)
                        .callback())
                .containsKey("code");
    }

    @Test
    void asks_for_the_password_alone_when_somebody_proves_it_again() {
        Browser browser = new Browser();
        signIn(realm.open(browser, Map.of()), "ann", Admin.PASSWORD);

        Page again = realm.open(browser, Map.of("prompt", "login"));

        assertThat(again.html().select("input[name=username]:not([type=hidden])"))
                .isEmpty();
        assertThat(again.password(Admin.PASSWORD).callback()).containsKey("code");
    }

    @Test
    void remembers_people_who_want_it() {
        realm.set(Admin.JSON.createObjectNode().put("rememberMe", true));
        Browser browser = new Browser();
        realm.open(browser, Map.of())
                .submit(
                        "kc-form-login",
                        Map.of(
                                "username", List.of("ann"),
                                "password", List.of(Admin.PASSWORD),
                                "rememberMe", List.of("on")),
                        "login");
        realm.admin().post("users/" + realm.realm().userId("ann") + "/logout");

        assertThat(realm.open(browser, Map.of()).typedName()).isEqualTo("ann");
    }

    @Test
    void is_two_pages_as_soon_as_a_rule_says_something() {
        realm.rules("other.example=passkey");
        try {
            assertThat(realm.open().html().select("input[name=password]")).isEmpty();
        } finally {
            realm.rules("");
        }
        assertThat(realm.open().html().select("input[name=password]")).hasSize(1);
    }

    private static Page signIn(Page page, String name, String password) {
        return page.submit("kc-form-login", Map.of("username", List.of(name), "password", List.of(password)), "login");
    }
}
