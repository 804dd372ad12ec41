package dev.atrium.rest.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipInputTest {
    private static final MembershipId ID = new MembershipId("17e8a3c8-0000-4000-8000-000000000001");
    private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00.123Z");
    private static final AccessPolicy POLICY =
            new AccessPolicy(new AccessPolicyId("p1"), "clinician", "", ScopeSet.parse("user/*.rs"));
    private static final MembershipInput.Links LINKS =
            new MembershipInput.Links(new ProjectId("o1"), new UserId("u1"), POLICY, Optional.empty());

    @Nested
    class Given_a_new_membership {
        @Test
        void needs_no_more_than_project_user_profile_and_policy() {
            MembershipInput input = read("{\"project\":\"riverside\",\"user\":\"alice@riverside.example\","
                    + "\"profile\":\"Practitioner/alice\",\"policy\":\"clinician\"}");
            input.requireNew();
            Membership membership = input.create(ID, LINKS, CREATED);
            assertThat(membership.profile()).isEqualTo(new FhirProfile(ProfileType.PRACTITIONER, "alice"));
            assertThat(membership.active()).isTrue();
            assertThat(membership.admin()).isFalse();
            assertThat(membership.label()).isEmpty();
            assertThat(membership.externalId()).isEmpty();
            assertThat(membership.created()).isEqualTo(CREATED);
            assertThat(membership.lastUsed()).isEmpty();
        }

        @Test
        void takes_ids_in_place_of_names() {
            read("{\"projectId\":\"o1\",\"userId\":\"u1\",\"profile\":\"Patient/1\",\"policyId\":\"p1\"}")
                    .requireNew();
        }

        @ParameterizedTest
        @ValueSource(strings = {"project", "user", "profile", "policy"})
        void names_the_property_that_is_missing(String field) {
            ObjectNode json = json("{\"project\":\"o\",\"user\":\"u\",\"profile\":\"Patient/1\",\"policy\":\"p\"}");
            json.putNull(field);
            assertRefused(field, () -> MembershipInput.read(json).requireNew());
        }

        @ParameterizedTest
        @CsvSource({"id,x", "created,2026-01-31T12:00:00Z", "lastUsed,2026-01-31T12:00:00Z"})
        void refuses_what_only_the_server_sets(String field, String value) {
            ObjectNode json = json("{\"project\":\"o\",\"user\":\"u\",\"profile\":\"Patient/1\",\"policy\":\"p\"}");
            json.put(field, value);
            assertRefused(field, () -> MembershipInput.read(json).requireNew());
        }
    }

    @Nested
    class Given_a_stored_membership {
        private final Membership stored = read("{\"profile\":\"Practitioner/alice\",\"label\":\"Dr\","
                        + "\"externalId\":4711,\"admin\":\"true\",\"active\":false}")
                .create(ID, LINKS, CREATED);

        @Test
        void takes_back_what_was_given_out() {
            MembershipInput input =
                    read("{\"id\":\"" + ID.value() + "\",\"project\":\"riverside\",\"projectId\":\"o1\","
                            + "\"user\":\"alice\",\"userId\":\"u1\",\"profile\":\"Practitioner/alice\",\"label\":\"Dr\","
                            + "\"policy\":\"clinician\",\"policyId\":\"p1\",\"admin\":true,\"active\":false,"
                            + "\"externalId\":\"4711\",\"created\":\"2026-01-31T12:00:00.123Z\"}");
            input.requireVersionOf(stored);
            assertThat(input.change(stored, POLICY, Optional.empty())).isEqualTo(stored);
        }

        @Test
        void clears_what_is_left_out_and_may_be() {
            MembershipInput input = read("{\"profile\":\"Practitioner/alice\",\"policy\":\"p1\",\"label\":\"\","
                    + "\"admin\":false,\"active\":true}");
            input.requireVersionOf(stored);
            Membership changed = input.change(stored, POLICY, Optional.empty());
            assertThat(changed.label()).isEmpty();
            assertThat(changed.externalId()).isEmpty();
            assertThat(changed.created()).isEqualTo(CREATED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"profile", "policy", "admin", "active"})
        void never_guesses_what_a_person_may_do(String field) {
            ObjectNode json = whole();
            json.remove(field);
            assertRefused(field, () -> MembershipInput.read(json).requireVersionOf(stored));
        }

        @ParameterizedTest
        @CsvSource({"id,x", "created,2026-01-31T12:00:00.124Z", "lastUsed,2026-01-31T12:00:00Z"})
        void refuses_to_change_what_only_the_server_sets(String field, String value) {
            ObjectNode json = whole();
            json.put(field, value);
            assertRefused(field, () -> MembershipInput.read(json).requireVersionOf(stored));
        }

        private ObjectNode whole() {
            return json("{\"profile\":\"Patient/1\",\"policy\":\"p\",\"admin\":false,\"active\":true}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Practitioner",
                "Practitioner/",
                "/1",
                "practitioner/1",
                "Organization/1",
                "Practitioner/1/2",
                "Practitioner/a b",
                "Practitioner/ä",
                "https://fhir.example/Practitioner/1",
                "Practitioner/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void refuses_a_profile_that_stands_for_nobody(String profile) {
        ObjectNode json = json("{}");
        json.put("profile", profile);
        assertRefused("profile", () -> MembershipInput.read(json));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "project,[]",
                "projectId,{}",
                "user,true",
                "userId,1.5",
                "label,`\"\\u0000\"`",
                "externalId,`\"\\ud800\"`",
                "admin,`\"maybe\"`",
                "active,1",
                "created,0",
                "invitedBy,[]",
                "policyId,`[\"p1\"]`"
            })
    void names_the_property_that_is_of_the_wrong_kind(String field, String value) {
        assertRefused(field, () -> read("{\"" + field + "\":" + value + "}"));
    }

    @Test
    void names_a_property_that_there_is_not() {
        Problem problem = refusal(() -> read("{\"projekt\":\"riverside\"}"));
        assertThat(problem.error()).isEqualTo("unknown_field");
        assertThat(problem.field()).contains("projekt");
    }

    private static void assertRefused(String field, Runnable work) {
        Problem problem = refusal(work::run);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.error()).isEqualTo("invalid_field");
        assertThat(problem.field()).contains(field);
        assertThat(problem.message()).isNotBlank();
    }

    private static MembershipInput read(String json) {
        return MembershipInput.read(json(json));
    }

    private static ObjectNode json(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Problem refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).problem();
    }
}
