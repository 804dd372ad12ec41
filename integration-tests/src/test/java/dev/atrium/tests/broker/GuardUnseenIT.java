package dev.atrium.tests.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.AtriumServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What guards the addresses of identity providers is nothing that administrators find among their settings. */
@ExtendWith(AtriumServer.class)
class GuardUnseenIT {
    private final Hospital hospital = Hospital.documented();

    @AfterEach
    void gone() {
        hospital.close();
    }

    @Nested
    class Given_a_provider_with_one_mapper {
        private final String mapper = hospital.mapper(
                "hardcoded-attribute-idp-mapper", Map.of("attribute", "department", "attribute.value", "lab"));

        @Test
        void it_has_one_for_administrators() {
            assertThat(hospital.admin().read(hospital.instance() + "/mappers"))
                    .singleElement()
                    .satisfies(found -> assertThat(found.path("id").asText()).isEqualTo(mapper));
        }

        @Test
        void no_other_kind_can_be_added() {
            assertThat(hospital.admin()
                            .read(hospital.instance() + "/mapper-types")
                            .toString())
                    .doesNotContain("atrium");
        }

        @Test
        void an_export_has_one() {
            assertThat(hospital.admin()
                            .send("POST", "partial-export?exportClients=false", "")
                            .body())
                    .contains(mapper)
                    .doesNotContain("atrium-brought-email");
        }
    }
}
