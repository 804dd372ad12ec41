package dev.atrium.core.scope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.negotiation.GrantKind;
import dev.atrium.core.negotiation.OAuthError;
import dev.atrium.core.negotiation.ScopeDecision;
import dev.atrium.core.negotiation.ScopeNegotiation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeNarrowingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "patient/Observation.cruds; patient/*.r patient/Observation.s; patient/Observation.rs",
                "patient/*.rs; patient/Observation.cruds; patient/Observation.rs",
                "user/*.cruds; user/*.rs user/Observation.r; user/*.rs",
                "user/Observation.rs?category=a,b; user/Observation.r?category=b,c; user/Observation.r?category=b",
                "user/Observation.rs?category=a,b&status=x; user/Observation.rs?category=b,c; user/Observation.rs?category=b&status=x",
                "user/Observation.rs?category=a%7Cb; user/Observation.rs?category=a|b; user/Observation.rs?category=a%7Cb",
                "user/Observation.rs?category=a; user/Observation.rs?category=a&status=x; user/Observation.rs?category=a&status=x",
                "http://smarthealthit.org/fhir/scopes/user/*.cruds; user/Patient.r; user/Patient.r",
                "launch/list?role=a launch/x; launch/list; launch/list?role=a",
                "patient/Foo.rs patient/Patient.rs; patient/*.rs; patient/Patient.rs"
            })
    void a_request_keeps_what_the_ceiling_allows(String requested, String ceiling, String granted) {
        assertThat(ScopeSet.parse(requested).narrowedTo(ScopeSet.parse(ceiling)).text())
                .isEqualTo(granted);
    }

    @Test
    void a_granular_choice_turns_the_whole_answer_to_version_2() {
        ScopeSet requested = ScopeSet.parse("patient/Patient.read patient/Condition.read openid");
        ScopeSet ceiling = ScopeSet.parse("openid patient/Patient.read patient/Condition.rs?category=a");
        assertThat(requested.narrowedTo(ceiling).text())
                .isEqualTo("patient/Patient.rs patient/Condition.rs?category=a openid");
    }

    @Test
    void a_granular_request_granted_as_a_whole_is_echoed() {
        ScopeSet requested = ScopeSet.parse("patient/Patient.read patient/Condition.rs?category=a");
        assertThat(requested.narrowedTo(ScopeSet.parse("patient/*.cruds"))).isEqualTo(requested);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "patient/Observation.r patient/Observation.s; patient/Observation.rs",
                "patient/Observation.read patient/Observation.write; patient/Observation.*",
                "patient/*.rs openid patient/Observation.r; patient/*.rs openid",
                "user/Observation.r?code=a&status=b user/Observation.s?status=b&code=a; user/Observation.rs?code=a&status=b"
            })
    void the_shortest_form_unites(String scopes, String shortest) {
        assertThat(ShortestForm.of(accesses(scopes))).isEqualTo(accesses(shortest));
    }

    @ParameterizedTest
    @CsvSource({
        "system/*.rs, CLIENT_CREDENTIALS, true",
        "system/*.rs, AUTHORIZATION_CODE, false",
        "user/*.rs, CLIENT_CREDENTIALS, false",
        "patient/*.rs, AUTHORIZATION_CODE, true",
        "launch/patient, CLIENT_CREDENTIALS, false",
        "openid, CLIENT_CREDENTIALS, false",
        "online_access, CLIENT_CREDENTIALS, false",
        "__x, CLIENT_CREDENTIALS, true"
    })
    void a_grant_carries_only_what_suits_it(String scope, GrantKind grant, boolean granted) {
        ScopeSet scopes = ScopeSet.parse(scope);
        ScopeDecision decision = new ScopeNegotiation(scopes, scopes, grant).decide();
        assertThat(decision)
                .isEqualTo(
                        granted
                                ? new ScopeDecision.Granted(scopes)
                                : new ScopeDecision.Refused(OAuthError.INVALID_SCOPE));
    }

    @Test
    void a_user_who_leaves_only_fhirUser_leaves_nothing() {
        ScopeSet allowed = ScopeSet.parse("openid fhirUser");
        ConsentScreen screen = ConsentScreen.of(allowed, asked -> true, fixed -> false);
        assertThat(screen.granted(ScopeSet.parse("fhirUser"))).isEqualTo(ScopeSet.EMPTY);
    }

    private static List<ResourceAccess> accesses(String scopes) {
        return ScopeSet.parse(scopes).resourceScopes().stream()
                .map(ResourceScope::access)
                .toList();
    }
}
