package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.OAuthError;
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
            ScopeDecision decision = new ScopeNegotiation(
                            ScopeSet.parse(vector.get("requested").asText()),
                            SmartVectors.scopes(vector.get("allowed")),
                            grant)
                    .decide();
            assertThat(outcome(Optional.ofNullable(vector.get("userApproved"))
                            .map(approved -> answered(decision.granted(), SmartVectors.scopes(approved)))
                            .orElse(decision)))
                    .isEqualTo(expected(vector));
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
    }

    /** What is left after the person answered the consent page, which asks for everything. */
    private static ScopeDecision answered(ScopeSet allowed, ScopeSet approved) {
        ScopeSet granted =
                ConsentScreen.of(allowed, asked -> true, fixed -> false).granted(allowed.narrowedTo(approved));
        return granted.isEmpty()
                ? new ScopeDecision.Refused(OAuthError.ACCESS_DENIED)
                : new ScopeDecision.Granted(granted);
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
