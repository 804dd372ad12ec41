package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Google's FHIR gateway fetches when it is set up as {@code docs/fhir-server.md} says: it puts the two settings together
 * with a slash, asks for JSON, and hands on what it gets.
 */
@ExtendWith(AtriumServer.class)
class GatewayIT {
    private static final String RIVERSIDE = "http://localhost:8090/fhir/riverside";

    @Nested
    class Given_the_settings_of_the_docs {
        private final Map<String, String> settings = Example.beginning("fhir-server.md", "export TOKEN_ISSUER")
                .lines()
                .map(line -> line.replace("export ", "").replace("'", "").split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

        @Test
        void D_01_is_what_the_gateway_hands_on() {
            Answer fetched = fetch();

            assertThat(fetched.status()).isEqualTo(200);
            assertThat(fetched.json())
                    .isEqualTo(SmartConfiguration.of(RIVERSIDE).json());
        }

        @Test
        void D_09_names_the_issuer_that_the_gateway_expects() {
            assertThat(fetch().text("issuer")).isEqualTo(issuer());
        }

        private Answer fetch() {
            String endpoint = settings.get("WELL_KNOWN_ENDPOINT").replace("https://fhir.example.org/r4", RIVERSIDE);
            return Answer.send(HttpRequest.newBuilder(URI.create(issuer() + "/" + endpoint))
                    .header("Accept", "application/json")
                    .build());
        }

        private String issuer() {
            return settings.get("TOKEN_ISSUER")
                    .replace(
                            "https://auth.example.org/realms/hospital",
                            App.realm("").toString());
        }
    }
}
