package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.RefreshNegotiation;
import dev.atrium.core.negotiation.ScopeDecision;
import dev.atrium.core.negotiation.ScopeNegotiation;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NegotiationVectorsTest {
    @TestFactory
    Stream<DynamicTest> a_request_is_narrowed() {
        return SmartVectors.tests("narrowing", "id rule", vector -> {
            GrantKind grant = GrantKind.valueOf(vector.get("grantType").asText().toUpperCase(Locale.ROOT));
            ScopeNegotiation negotiation = new ScopeNegotiation(
                    ScopeSet.parse(vector.get("requested").asText()),
                    SmartVectors.scopes(vector.get("allowed")),
                    Optional.ofNullable(vector.get("userApproved")).map(SmartVectors::scopes),
                    grant);
            assertThat(outcome(negotiation.decide())).isEqualTo(expected(vector));
            boolean patient = vector.get("patientContextRequired").asBoolean();
            negotiation
                    .decide()
                    .match(
                            granted ->
                                    assertThat(granted.patientContextRequired()).isEqualTo(patient),
                            refused -> assertThat(patient).isFalse());
        });
    }

    @TestFactory
    Stream<DynamicTest> a_refresh_stays_within_the_original() {
        return SmartVectors.tests("refresh", "id rule", vector -> {
            refreshes(vector.get("original"), vector);
            if (vector.has("followUp")) {
                refreshes(vector.get("original"), vector.get("followUp"));
            }
        });
    }

    private static void refreshes(JsonNode original, JsonNode vector) {
        ScopeDecision decision = new RefreshNegotiation(
                        ScopeSet.parse(original.asText()), SmartVectors.text(vector, "requestedOnRefresh"))
                .decide();
        assertThat(outcome(decision)).isEqualTo(expected(vector));
        if (vector.path("patientContextRequired").asBoolean()) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            ScopeDecision.Granted.class,
                            granted ->
                                    assertThat(granted.patientContextRequired()).isTrue());
        }
    }

    private static String expected(JsonNode vector) {
        return SmartVectors.text(vector, "outcome")
                .filter(outcome -> outcome.startsWith("error:"))
                .orElseGet(() -> vector.get("granted").asText());
    }

    private static String outcome(ScopeDecision decision) {
        StringBuilder outcome = new StringBuilder();
        decision.match(
                granted -> outcome.append(granted.scopes().text()),
                refused -> outcome.append("error:").append(refused.error().code()));
        return outcome.toString();
    }
}
