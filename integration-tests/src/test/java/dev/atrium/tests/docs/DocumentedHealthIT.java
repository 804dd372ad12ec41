package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The answer that {@code docs/health.md} shows is what the server says. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class DocumentedHealthIT {
    @Nested
    class Given_a_provider_without_a_post_login_flow {
        private final TestRealm realm = TestRealm.delivered();

        @AfterEach
        void gone() {
            realm.close();
        }

        @Test
        void the_finding_is_the_one_of_the_page() {
            String path = "identity-provider/instances/lakeside-sso";
            ObjectNode provider = (ObjectNode) realm.admin().read(path);
            assertThat(realm.admin()
                            .put(path, provider.put("postBrokerLoginFlowAlias", ""))
                            .status())
                    .isEqualTo(204);

            JsonNode shown = Admin.parse(Example.beginning("health.md", "{")).path("findings");

            assertThat(StreamSupport.stream(
                            realm.admin().read("atrium/health").path("findings").spliterator(), false))
                    .contains(shown.path(0));
        }
    }
}
