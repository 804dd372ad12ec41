package dev.atrium.tests;

import static dev.atrium.tests.admin.TestRealm.membershipBody;
import static dev.atrium.tests.admin.TestRealm.policyBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.AdminRest;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.app.Answer;
import dev.atrium.tests.server.AtriumServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminRestConflictsIT {
    private static final String MEMBERSHIPS = "atrium/memberships";
    private static final Refusal EXISTS = new Refusal(409, "membership_exists", "profile");
    private static final Refusal EXTERNAL_ID = new Refusal(409, "external_id_taken", "externalId");
    private static final Refusal NAME = new Refusal(409, "policy_name_taken", "name");
    private static final int AT_ONCE = 4;

    private final ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    private TestRealm realm;
    private AdminRest admin;

    @BeforeAll
    void a_realm() {
        realm = TestRealm.populated();
        admin = realm.admin();
    }

    @AfterAll
    void gone() {
        callers.shutdownNow();
        realm.close();
    }

    @Nested
    class Given_a_membership_with_an_external_id {
        private final String profile = "Patient/" + System.nanoTime();
        private final String external = "e-" + System.nanoTime();
        private final String first = realm.membership(
                membershipBody("clinic", "ann", profile, "reader").put("externalId", external));

        @Test
        void no_other_of_that_person_and_project_has_its_profile() {
            assertThat(Refusal.of(admin.post(MEMBERSHIPS, membershipBody("clinic", "ann", profile, "reader"))))
                    .isEqualTo(EXISTS);
        }

        @Test
        void no_other_of_that_person_and_project_gets_its_profile_later() {
            String path =
                    MEMBERSHIPS + "/" + realm.membership(membershipBody("clinic", "ann", profile + "x", "reader"));

            ObjectNode changed = ((ObjectNode) admin.read(path)).put("profile", profile);

            assertThat(Refusal.of(admin.put(path, changed))).isEqualTo(EXISTS);
            assertThat(admin.read(path).path("profile").asText()).isEqualTo(profile + "x");
        }

        @Test
        void another_person_and_another_project_may_have_its_profile() {
            realm.membership(membershipBody("clinic", "ben", profile, "reader"));
            realm.membership(membershipBody("hospital", "ann", profile, "reader"));

            assertThat(admin.read(MEMBERSHIPS + "/count?profile=" + profile).asInt())
                    .isEqualTo(3);
        }

        @Test
        void no_other_of_that_project_has_its_external_id() {
            ObjectNode other =
                    membershipBody("clinic", "ben", profile, "reader").put("externalId", external);

            assertThat(Refusal.of(admin.post(MEMBERSHIPS, other))).isEqualTo(EXTERNAL_ID);
        }

        @Test
        void no_other_of_that_project_gets_its_external_id_later() {
            String path =
                    MEMBERSHIPS + "/" + realm.membership(membershipBody("clinic", "ben", profile + "y", "reader"));

            ObjectNode changed = ((ObjectNode) admin.read(path)).put("externalId", external);

            assertThat(Refusal.of(admin.put(path, changed))).isEqualTo(EXTERNAL_ID);
        }

        @Test
        void another_project_may_have_its_external_id() {
            ObjectNode elsewhere =
                    membershipBody("hospital", "ben", profile, "reader").put("externalId", external);

            assertThat(admin.post(MEMBERSHIPS, elsewhere).status()).isEqualTo(201);
            assertThat(admin.get(MEMBERSHIPS + "/" + first).status()).isEqualTo(200);
        }
    }

    @Nested
    class Given_requests_at_the_same_time {
        private final String unique = Long.toString(System.nanoTime());

        @RepeatedTest(5)
        void one_of_equal_memberships_is_created() {
            ObjectNode body = membershipBody("clinic", "ann", "Patient/" + unique, "reader");

            List<Answer> answers = atOnce(() -> admin.post(MEMBERSHIPS, body));

            assertOneOf(answers, 201, EXISTS);
        }

        @RepeatedTest(5)
        void one_of_the_same_external_id_is_created() {
            List<Answer> answers = atOnce(() -> admin.post(
                    MEMBERSHIPS,
                    membershipBody("clinic", "ann", "Patient/" + System.nanoTime(), "reader")
                            .put("externalId", unique)));

            assertOneOf(answers, 201, EXTERNAL_ID);
        }

        @RepeatedTest(5)
        void one_of_equal_policies_is_created() {
            List<Answer> answers = atOnce(() -> admin.post("atrium/policies", policyBody("p" + unique)));

            assertOneOf(answers, 201, NAME);
        }

        @RepeatedTest(3)
        void one_of_several_policies_gets_the_name() {
            List<String> paths = Stream.of(1, 2, 3, 4)
                    .map(i -> "atrium/policies/" + realm.policy(i + "-" + unique))
                    .toList();

            List<Answer> answers =
                    atOnce(paths.stream().map(path -> () -> admin.put(path, policyBody("same " + unique))));

            assertOneOf(answers, 200, NAME);
        }

        @RepeatedTest(3)
        void one_of_several_memberships_gets_the_profile() {
            List<ObjectNode> stored = Stream.of(1, 2, 3, 4)
                    .map(i -> realm.membership(membershipBody("clinic", "ben", "Patient/" + unique + i, "reader")))
                    .map(id -> (ObjectNode) admin.read(MEMBERSHIPS + "/" + id))
                    .toList();

            List<Answer> answers = atOnce(stored.stream()
                    .map(membership -> () -> admin.put(
                            MEMBERSHIPS + "/" + membership.path("id").asText(),
                            membership.put("profile", "Patient/" + unique))));

            assertOneOf(answers, 200, EXISTS);
        }

        @RepeatedTest(3)
        void a_policy_is_either_deleted_or_given_to_a_membership() {
            String name = "short-lived " + unique;
            String path = "atrium/policies/" + realm.policy(name);

            List<Answer> answers = atOnce(Stream.of(
                    () -> admin.post(MEMBERSHIPS, membershipBody("clinic", "ann", "Patient/" + unique, name)),
                    () -> admin.delete(path)));

            assertThat(answers).extracting(Answer::status).isSubsetOf(201, 204, 400, 409);
            assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() >= 400)
                    .map(Refusal::of)
                    .allMatch(refusal -> refusal.equals(new Refusal(400, "invalid_field", "policy"))
                            || refusal.equals(new Refusal(409, "policy_in_use", "")));
        }

        @RepeatedTest(3)
        void a_membership_is_deleted_once() {
            String path =
                    MEMBERSHIPS + "/" + realm.membership(membershipBody("clinic", "ann", "Person/" + unique, "reader"));

            assertOneOf(atOnce(() -> admin.delete(path)), 204, new Refusal(404, "not_found", ""));
        }
    }

    private static void assertOneOf(List<Answer> answers, int status, Refusal others) {
        assertThat(answers).filteredOn(answer -> answer.status() == status).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != status)
                .map(Refusal::of)
                .containsOnly(others);
    }

    private List<Answer> atOnce(Supplier<Answer> request) {
        return atOnce(Stream.generate(() -> request).limit(AT_ONCE));
    }

    private List<Answer> atOnce(Stream<Supplier<Answer>> requests) {
        List<CompletableFuture<Answer>> running = requests.map(
                        request -> CompletableFuture.supplyAsync(request, callers))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
