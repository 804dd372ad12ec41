package dev.atrium.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However an address is spelled, its domain is the same: spelling is no way around a rule. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class SpelledAddressIT {
    private LoginRealm realm;

    @BeforeAll
    void a_realm_with_domains_in_both_forms() {
        realm = LoginRealm.create();
        realm.organization("written", "klinik-süd.example", "*.klinik-nord.example");
        realm.organization("encoded", "xn--rzte-koa.example");
        realm.rules("hospital.example=idp:other; praxis-müller.example=idp:google; *=password; -=passkey");
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_an_address {
        @ParameterizedTest
        @CsvSource({
            "dave@hospital.example, rule hospital.example",
            "DAVE@Hospital.EXAMPLE, rule hospital.example",
            "dave+lab@hospital.example, rule hospital.example",
            "dave@hospital.example., rule hospital.example",
            "dave@ｈospital.example, rule hospital.example",
            "dave@hospital。example, rule hospital.example",
            "dave@home.example@hospital.example, rule hospital.example",
            "'\"dave@home\"@hospital.example', rule hospital.example",
            "dave@praxis-müller.example, rule xn--praxis-mller-klb.example",
            "dave@xn--praxis-mller-klb.example, rule xn--praxis-mller-klb.example",
            "dave@hоspital.example, rule *",
            "dave@hospital.example.org, rule *",
        })
        void its_row_is_found(String typed, String decided) {
            assertThat(name(typed)).endsWith("| " + decided);
        }

        @ParameterizedTest
        @CsvSource({
            "dave@klinik-süd.example, idp:written-sso",
            "dave@KLINIK-SÜD.example., idp:written-sso",
            "dave@xn--klinik-sd-x9a.example, idp:written-sso",
            "dave@ärzte.example, idp:encoded-sso",
            "dave@xn--rzte-koa.example, idp:encoded-sso",
            "dave@ward.klinik-nord.example, idp:written-sso",
        })
        void its_organization_is_found(String typed, String provider) {
            assertThat(name(typed)).startsWith(provider + " | organization");
        }
    }

    @Nested
    class Given_a_user_name {
        @ParameterizedTest
        @ValueSource(strings = {"mmeier", "m.meier", "mmeier＠hospital.example"})
        void it_goes_by_the_row_for_user_names(String typed) {
            assertThat(name(typed)).isEqualTo("passkey | rule -");
        }
    }

    @Nested
    class Given_what_is_neither {
        @ParameterizedTest
        @ValueSource(
                strings = {"dave@", "@hospital.example", "dave@hospital..example", "dave@fuß.example", "d @a.example"})
        void nothing_is_decided(String typed) {
            assertThat(realm.admin()
                            .get("atrium/sign-in-preview?" + App.query(Map.of("email", typed)))
                            .status())
                    .isEqualTo(400);
        }
    }

    private String name(String typed) {
        return LoginRealm.line(realm.preview(typed, "").path("name"));
    }
}
