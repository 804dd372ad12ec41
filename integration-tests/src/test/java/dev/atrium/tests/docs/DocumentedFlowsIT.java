package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flows that docs/ draws are those of the delivered realm, by which the other tests sign in. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedFlowsIT {
    private static final Pattern LINE =
            Pattern.compile("([│├└─ ]*)([^│├└─ ].*?) {2,}(REQUIRED|ALTERNATIVE|CONDITIONAL)(, .+)?");

    private TestRealm realm;

    @BeforeAll
    void the_realm() {
        realm = TestRealm.delivered();
    }

    @AfterAll
    void gone() {
        realm.close();
    }

    @Nested
    class Given_the_flow_of_setup_by_hand_md {
        @Test
        void is_the_browser_flow() {
            assertThat(drawn("setup-by-hand.md", "Atrium browser", "Atrium browser"))
                    .containsExactlyElementsOf(delivered("Atrium browser"));
        }
    }

    @Nested
    class Given_the_flows_of_identity_provider_md {
        @Test
        void are_those_of_the_first_broker_login() {
            assertThat(drawn("Atrium first broker login"))
                    .containsExactlyElementsOf(delivered("Atrium first broker login"));
        }

        @Test
        void are_those_after_each_broker_login() {
            assertThat(drawn("Atrium post broker")).containsExactlyElementsOf(delivered("Atrium post broker"));
        }

        private List<Step> drawn(String flow) {
            return DocumentedFlowsIT.drawn("identity-provider.md", "Atrium first broker login", flow);
        }
    }

    /** A step or sub-flow, by the name that the console shows. */
    private record Step(int level, String name, String requirement) {}

    private static List<Step> drawn(String page, String block, String flow) {
        List<String> lines =
                Example.beginning(page, block).stripIndent().lines().toList();
        int first = lines.indexOf(flow) + 1;
        assertThat(first).as("the flow %s in %s", flow, page).isPositive();
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> !line.isBlank())
                .map(DocumentedFlowsIT::drawn)
                .toList();
    }

    private static Step drawn(String line) {
        Matcher step = LINE.matcher(line);
        assertThat(step.matches()).as(line).isTrue();
        return new Step(step.group(1).length() / 3 - 1, step.group(2), step.group(3));
    }

    private List<Step> delivered(String flow) {
        JsonNode executions = realm.admin()
                .read("authentication/flows/"
                        + URLEncoder.encode(flow, StandardCharsets.UTF_8).replace("+", "%20") + "/executions");
        return StreamSupport.stream(executions.spliterator(), false)
                .map(step -> new Step(
                        step.path("level").asInt(),
                        step.path("displayName").asText(),
                        step.path("requirement").asText()))
                .toList();
    }
}
