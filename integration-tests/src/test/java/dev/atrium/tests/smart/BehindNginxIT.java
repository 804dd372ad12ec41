package dev.atrium.tests.smart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.Answer;
import dev.atrium.tests.app.App;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.AtriumServer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The SMART configuration below a FHIR base URL that has a path, by the rule that {@code docs/fhir-server.md} gives. */
@ExtendWith(AtriumServer.class)
class BehindNginxIT {
    private static final String RIVERSIDE = "http://localhost:8090/fhir/riverside";

    private Optional<Nginx> nginx = Optional.empty();

    @BeforeEach
    void started(@TempDir Path directory) {
        nginx = Optional.of(Nginx.with(
                directory,
                Example.of("fhir-server.md", "nginx")
                        .replace(
                                "https://auth.example.org/realms/hospital",
                                App.realm("").toString())
                        .replace("https://fhir.example.org/r4", RIVERSIDE)));
    }

    @AfterEach
    void stopped() {
        nginx.ifPresent(Nginx::close);
    }

    @Nested
    class Given_an_app_that_knows_the_FHIR_base_URL_alone {
        @Test
        void D_01_finds_the_configuration_of_the_realm() {
            Answer answer = get("/r4/.well-known/smart-configuration");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).isEqualTo(SmartConfiguration.of(RIVERSIDE).json());
        }

        @Test
        void C_01_may_read_it_from_any_origin() {
            assertThat(get("/r4/.well-known/smart-configuration")
                            .response()
                            .headers()
                            .allValues("Access-Control-Allow-Origin"))
                    .containsExactly("https://app.example");
        }

        @Test
        void D_01_finds_none_anywhere_else() {
            assertThat(get("/.well-known/smart-configuration").status()).isEqualTo(404);
        }
    }

    private Answer get(String path) {
        return Answer.send(HttpRequest.newBuilder(nginx.orElseThrow().address(path))
                .header("Origin", "https://app.example")
                .header("Accept", "application/fhir+json")
                .build());
    }
}
