package dev.atrium.setup.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.setup.realm.RealmParts;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.util.JsonSerialization;

class ClientScopesTest {
    @Nested
    class Given_those_of_every_realm {
        private final List<ClientScopeRepresentation> scopes = ClientScopes.always();

        @Test
        void are_the_ones_that_the_health_of_a_realm_asks_for() {
            assertThat(scopes)
                    .extracting(ClientScopeRepresentation::getName)
                    .containsExactlyElementsOf(RealmParts.CLIENT_SCOPES);
        }

        /** One mapper of the demo names a client of the demo. */
        @Test
        void have_the_mappers_of_the_realm_that_is_delivered() throws IOException {
            Map<String, Object> delivered = mappers(JsonSerialization.mapper
                    .readTree(new File("../realm-export/atrium-realm.json"))
                    .path("clientScopes"));
            delivered.remove("introspecting FHIR server");

            assertThat(mappers(JsonSerialization.mapper.valueToTree(scopes))).isEqualTo(delivered);
        }

        private static Map<String, Object> mappers(JsonNode scopes) {
            return StreamSupport.stream(scopes.spliterator(), false)
                    .flatMap(scope ->
                            StreamSupport.stream(scope.path("protocolMappers").spliterator(), false))
                    .collect(Collectors.toMap(
                            mapper -> mapper.path("name").asText(),
                            mapper -> List.of(
                                    mapper.path("protocolMapper").asText(),
                                    JsonSerialization.mapper.convertValue(
                                            mapper.path("config"), new TypeReference<TreeMap<String, String>>() {})),
                            (one, other) -> one,
                            TreeMap::new));
        }
    }
}
