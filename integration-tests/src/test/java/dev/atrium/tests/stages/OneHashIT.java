package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.store.TestPostgres;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.hash.CountingHash;
import dev.atrium.tests.hash.HashCount;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.OwnServer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Whoever is refused at a password costs one hash, so that a stranger cannot tell by time who has an account. */
@Tag("own")
@TestInstance(Lifecycle.PER_CLASS)
class OneHashIT {
    private static final List<String> WRONG = List.of("not the password");

    private OwnServer server;
    private TestRealm realm;
    private Stranger stranger;
    private Map<String, String> emails;

    @BeforeAll
    void a_realm_whose_hashes_are_counted() {
        server = OwnServer.on(TestPostgres.start(), Map.of());
        AtriumServer.isAt(server.baseUrl());
        realm = TestRealm.delivered();
        ObjectNode policy =
                Admin.JSON.createObjectNode().put("passwordPolicy", "hashAlgorithm(" + CountingHash.ID + ")");
        assertThat(realm.admin().put("", policy).status()).isEqualTo(204);
        realm.admin().create("clients", Stranger.clientForPasswords());
        stranger = new Stranger(realm, "en");
        emails = new AccountKinds(realm).emails;
    }

    @AfterAll
    void gone() {
        server.close();
    }

    @Test
    void a_wrong_password_costs_one_on_the_page() {
        assertOneHash(email -> typed(email, WRONG.get(0)));
    }

    @Test
    void no_password_costs_one_on_the_page() {
        assertOneHash(email -> typed(email, ""));
    }

    @Test
    void the_right_password_costs_one_on_the_page() {
        assertOneHash(email -> stranger.typesPassword(email, Admin.PASSWORD));
    }

    @Test
    void a_wrong_password_costs_one_at_the_token_endpoint() {
        assertOneHash(email -> asked(email, WRONG));
    }

    @Test
    void no_password_costs_one_at_the_token_endpoint() {
        assertOneHash(email -> asked(email, List.of()));
    }

    @Test
    void the_address_alone_and_a_forgotten_password_cost_none() {
        emails.values().forEach(email -> {
            int before = hashes();
            stranger.passwordPage(email);
            stranger.forgets(email);
            assertThat(hashes() - before).as(email).isZero();
        });
    }

    private void typed(String email, String password) {
        Page refused = stranger.typesPassword(email, password);
        assertThat(refused.isCallback()).isFalse();
    }

    private void asked(String email, List<String> password) {
        Answer refused = stranger.asksForTokens(email, password);
        assertThat(refused.status()).isEqualTo(400);
    }

    private void assertOneHash(Consumer<String> attempt) {
        emails.forEach((kind, email) -> {
            int before = hashes();
            attempt.accept(email);
            assertThat(hashes() - before).as(kind).isEqualTo(1);
        });
    }

    private int hashes() {
        return Integer.parseInt(Answer.send(
                        HttpRequest.newBuilder(server.baseUrl().resolve("/realms/master/" + HashCount.ID))
                                .build())
                .body());
    }
}
