package dev.atrium.rest.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicyNamesTest {
    private static final AccessPolicyId READER =
            new AccessPolicyId(UUID.randomUUID().toString());
    private static final AccessPolicyId GONE =
            new AccessPolicyId(UUID.randomUUID().toString());

    private final List<AccessPolicyId> asked = new ArrayList<>();
    private final PolicyNames names = new PolicyNames(this::find);

    @Nested
    class Given_a_list_of_many_invitations {
        @Test
        void each_policy_is_looked_up_once_and_one_that_is_gone_too() {
            IntStream.range(0, 1000).forEach(row -> {
                assertThat(names.of(READER)).contains("reader");
                assertThat(names.of(GONE)).isEmpty();
            });
            assertThat(asked).containsExactly(READER, GONE);
        }
    }

    private Optional<AccessPolicy> find(AccessPolicyId id) {
        asked.add(id);
        return id.equals(READER)
                ? Optional.of(new AccessPolicy(READER, "reader", "", ScopeSet.parse("user/*.rs")))
                : Optional.empty();
    }
}
