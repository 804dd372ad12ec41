package dev.atrium.core.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.scope.ScopeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantedClaimsTest {
    @ParameterizedTest
    @CsvSource({
        "openid, false, false, false, false",
        "openid email profile offline_access, false, false, false, false",
        "openid fhirUser, true, false, true, true",
        "launch/patient, false, true, true, false",
        "launch user/*.rs, false, true, true, false",
        "launch/encounter, false, true, true, false",
        "patient/Observation.rs, false, true, true, false",
        "user/*.cruds, false, false, true, false",
        "openid project, false, false, true, true"
    })
    void tells_what_the_scopes_are_for(
            String scopes, boolean fhirUser, boolean launchContext, boolean project, boolean profile) {
        GrantedClaims claims = new GrantedClaims(ScopeSet.parse(scopes));

        assertThat(claims.fhirUser()).isEqualTo(fhirUser);
        assertThat(claims.launchContext()).isEqualTo(launchContext);
        assertThat(claims.project()).isEqualTo(project);
        assertThat(claims.profile()).isEqualTo(profile);
    }
}
