package dev.atrium.tests.invitation;

import static dev.atrium.tests.invitation.Inviting.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody had registered with Gail's address, which they never proved to have; they have typed their password and wait
 * at a page of the sign-in until she has accepted an invitation.
 */
@Tag("own")
@ExtendWith(AtriumServer.class)
class WaitingSignInIT {
    private static final String GAIL = "gail@example.org";
    private static final String HERS = "atrium-demo-the-second";
    private static final String EVES = "atrium-demo-the-third";

    private final Inviting realm = new Inviting();
    private final String account = realm.realm.user("gail");
    private final Browser theirs = new Browser();

    WaitingSignInIT() {
        realm.invite(GAIL);
    }

    @AfterEach
    void gone() {
        realm.close();
    }

    @Test
    void a_page_for_a_new_password_sets_none() {
        Page waiting = signIn(realm.plainAppAsksFor("UPDATE_PASSWORD", theirs));
        gailAccepts();
        noWayInBy(Inviting.choosePassword(waiting, EVES));
        Page refused = realm.plainAppAsks(new Browser()).email(GAIL).password(EVES);
        assertThat(refused.isCallback()).isFalse();
        assertThat(refused.password(HERS).callback()).containsKey("code");
    }

    @Test
    void a_page_for_the_names_changes_none() {
        Page waiting = signIn(realm.plainAppAsksFor("UPDATE_PROFILE", theirs));
        gailAccepts();
        noWayInBy(waiting.submit(
                "kc-update-profile-form",
                Map.of("firstName", List.of("Eve"), "lastName", List.of("Else"), "email", List.of(GAIL)),
                ""));
        assertThat(user().path("firstName").asText()).isEqualTo("Test");
    }

    @Test
    void a_page_for_another_address_begins_no_change() {
        realm.addressesCanBeChanged();
        Page waiting = signIn(realm.plainAppAsksFor("UPDATE_EMAIL", theirs));
        gailAccepts();
        noWayInBy(Inviting.changeAddress(waiting, "eve@example.org"));
        assertThat(user().toString()).doesNotContain("eve@example.org");
    }

    @Test
    void a_page_to_delete_the_account_deletes_none() {
        realm.accountsCanBeDeletedBy(account);
        Page waiting = signIn(realm.plainAppAsksFor("delete_account", theirs));
        gailAccepts();
        waiting.submit("kc-deleteaccount-form", Map.of(), "");
        assertThat(user().path("email").asText()).isEqualTo(GAIL);
    }

    @Test
    void a_page_that_asks_for_consent_lets_nobody_in() {
        realm.consentIsAskedFor("plain-oidc");
        Page waiting = signIn(realm.plainAppAsks(theirs));
        gailAccepts();
        Inviting.agree(waiting);
        assertThat(realm.plainAppAsks(theirs).isCallback()).isFalse();
        assertThat(realm.admin().read("users/" + account + "/sessions")).hasSize(1);
        assertThat(realm.admin().read("users/" + account + "/consents")).isEmpty();
    }

    @Test
    void a_page_of_a_stage_lets_nobody_in() {
        Page waiting = signIn(realm.appAsks(theirs));
        String stages = waiting.html().getElementById("atrium-refused").absUrl("action");
        gailAccepts();
        noWayInBy(theirs.open(URI.create(stages.replaceAll("(session_code|execution)=[^&]*&", ""))));
    }

    private static Page signIn(Page page) {
        return page.email(GAIL).password(Admin.PASSWORD);
    }

    private void gailAccepts() {
        Page page = press(new Browser().open(realm.link(GAIL)));
        assertThat(Inviting.choosePassword(page, HERS).address()).isEqualTo(Inviting.HOME);
    }

    private void noWayInBy(Page page) {
        assertThat(page.isCallback()).isFalse();
        assertThat(realm.plainAppAsks(theirs).isCallback()).isFalse();
    }

    private JsonNode user() {
        return realm.admin().read("users/" + account);
    }
}
