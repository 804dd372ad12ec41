package dev.atrium.overrides.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;

class ScopeRulesTest {
    @ParameterizedTest
    @EnumSource(ClientPolicyEvent.class)
    void say_of_each_event_of_Keycloak_s_client_policies_where_its_scope_is(ClientPolicyEvent event) {
        assertThat(ScopeRules.row(event)).isPresent();
    }
}
