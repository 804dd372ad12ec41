package dev.atrium.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestClient;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.Json;
import dev.atrium.tests.app.Person;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.server.AtriumServer;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the claims of Atrium's mappers are, once a mapper was added by hand and nothing about it was changed. */
@ExtendWith(AtriumServer.class)
class MapperDefaultsIT {
    private static final String BASE = "http://localhost:8090/fhir/riverside";

    private final Admin admin = Admin.ofRealm();
    private final TestUser user = admin.user("example.org");
    private final TestClient client = TestClient.of(admin, "fhirUser", "launch/patient", "patient/*.rs");

    /** How a mapper is added. */
    enum Added {
        /** By REST or from a file, where nothing is said of the places. */
        WITHOUT_SETTINGS {
            @Override
            ObjectNode settings(String mapper) {
                return Admin.JSON.createObjectNode();
            }
        },
        /** In the console, which sends the default of each setting. */
        IN_THE_CONSOLE {
            @Override
            ObjectNode settings(String mapper) {
                ObjectNode settings = Admin.JSON.createObjectNode();
                for (JsonNode type : serverInfo().path("protocolMapperTypes").path("openid-connect")) {
                    if (type.path("id").asText().equals(mapper)) {
                        type.path("properties")
                                .forEach(property -> settings.put(
                                        property.path("name").asText(),
                                        property.path("defaultValue").asText()));
                    }
                }
                assertThat(settings).isNotEmpty();
                return settings;
            }
        };

        abstract ObjectNode settings(String mapper);

        private static JsonNode serverInfo() {
            return Admin.ofRealm().read("../../serverinfo");
        }
    }

    @ParameterizedTest
    @EnumSource(Added.class)
    void patient_is_in_access_token_introspection_and_token_response(Added added) {
        Tokens tokens = tokens(added, "atrium-patient-mapper");

        assertThat(placesOf("patient", tokens)).containsExactly("access token", "introspection", "token response");
        assertThat(tokens.answer().text("patient")).isEqualTo("own");
    }

    @ParameterizedTest
    @EnumSource(Added.class)
    void fhir_user_is_everywhere_but_in_the_token_response(Added added) {
        assertThat(placesOf("fhirUser", tokens(added, "atrium-fhir-user-mapper")))
                .containsExactly("ID token", "access token", "introspection", "userinfo");
    }

    @ParameterizedTest
    @EnumSource(Added.class)
    void project_and_profile_are_in_access_token_introspection_and_userinfo(Added added) {
        Tokens tokens = tokens(added, "atrium-project-mapper");

        assertThat(placesOf("project", tokens)).containsExactly("access token", "introspection", "userinfo");
        assertThat(placesOf("profile", tokens)).containsExactly("access token", "introspection", "userinfo");
    }

    @ParameterizedTest
    @EnumSource(Added.class)
    void audience_is_in_access_token_and_introspection(Added added) {
        Tokens tokens = tokens(added, "atrium-fhir-audience-mapper");

        assertThat(Json.texts(tokens.accessClaims().path("aud"))).contains(BASE);
        assertThat(Json.texts(tokens.introspection().path("aud"))).contains(BASE);
        assertThat(Json.texts(tokens.idClaims().path("aud"))).doesNotContain(BASE);
        assertThat(tokens.userinfo().has("aud")).isFalse();
        assertThat(tokens.answer().json().has("aud")).isFalse();
    }

    @Test
    void what_is_set_otherwise_is_obeyed() {
        ObjectNode settings = Admin.JSON.createObjectNode().put("access.token.claim", "false");
        add("atrium-patient-mapper", settings.put("access.tokenResponse.claim", "false"));

        assertThat(placesOf("patient", signedIn())).containsExactly("introspection");
    }

    @Test
    void the_admin_sees_the_defaults_of_what_was_left_out() {
        String id = add("atrium-patient-mapper", Admin.JSON.createObjectNode());

        JsonNode shown = admin.read("clients/" + client.uuid() + "/protocol-mappers/models/" + id);

        assertThat(shown.path("config").path("access.tokenResponse.claim").asText())
                .isEqualTo("true");
        assertThat(shown.path("config").path("id.token.claim").asText()).isEqualTo("false");
    }

    private Tokens tokens(Added added, String mapper) {
        add(mapper, added.settings(mapper));
        return signedIn();
    }

    private Tokens signedIn() {
        user.joins("riverside", "Patient/own", "patient-self");
        return Person.of(user).tokens(client.app(), "openid fhirUser launch/patient patient/*.rs");
    }

    /** To the client itself, which has no other of Atrium's. */
    private String add(String mapper, ObjectNode settings) {
        client.withoutDefault("atrium");
        client.audience("fhir-server");
        ObjectNode added = Admin.JSON
                .createObjectNode()
                .put("name", mapper)
                .put("protocol", "openid-connect")
                .put("protocolMapper", mapper);
        added.set("config", settings);
        return admin.created("clients/" + client.uuid() + "/protocol-mappers/models", added);
    }

    private static Set<String> placesOf(String claim, Tokens tokens) {
        Set<String> places = new TreeSet<>();
        collect(places, claim, "ID token", tokens.idClaims());
        collect(places, claim, "access token", tokens.accessClaims());
        collect(places, claim, "userinfo", tokens.userinfo());
        collect(places, claim, "introspection", tokens.introspection());
        collect(places, claim, "token response", tokens.answer().json());
        return places;
    }

    private static void collect(Set<String> places, String claim, String place, JsonNode claims) {
        if (claims.has(claim)) {
            places.add(place);
        }
    }
}
