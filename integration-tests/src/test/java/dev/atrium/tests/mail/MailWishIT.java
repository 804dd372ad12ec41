package dev.atrium.tests.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Refusal;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each single call may say that nobody is to get a mail about it. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class MailWishIT {
    private static final String WELCOME = "Welcome to Diabetes Study";

    private final Correspondence realm = new Correspondence();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Nested
    class Given_a_call_that_wants_none {
        @Test
        void a_new_membership_is_not_told() {
            realm.person("ann");
            realm.realm.membership(realm.membership("ann", "study").put("sendEmail", false));
            assertThat(realm.subjectsTo("ann")).isEmpty();
        }

        @Test
        void a_membership_that_ended_is_not_told() {
            realm.person("ann");
            String id = realm.joins("ann", "study");
            ObjectNode membership = (ObjectNode) realm.admin().read("atrium/memberships/" + id);
            realm.change(
                    "atrium/memberships/" + id, membership.put("active", false).put("sendEmail", false));
            assertThat(realm.subjectsTo("ann")).containsExactly(WELCOME);
        }

        @Test
        void one_that_was_deactivated_is_not_told() {
            String id = aMembershipOfAnn();
            assertThat(realm.subjectsTo("ann")).containsExactly(WELCOME);
            assertThat(realm.admin()
                            .post("atrium/memberships/" + id + "/deactivate", "{\"sendEmail\":false}")
                            .status())
                    .isEqualTo(200);
            assertThat(realm.subjectsTo("ann")).containsExactly(WELCOME);
        }

        @Test
        void one_that_was_deleted_is_not_told() {
            String id = aMembershipOfAnn();
            assertThat(realm.subjectsTo("ann")).containsExactly(WELCOME);
            assertThat(realm.admin()
                            .delete("atrium/memberships/" + id + "?sendEmail=false")
                            .status())
                    .isEqualTo(204);
            assertThat(realm.subjectsTo("ann")).containsExactly(WELCOME);
        }

        @Test
        void a_wish_that_is_not_understood_is_refused() {
            String path = "atrium/memberships/" + aMembershipOfAnn();
            assertThat(Refusal.of(realm.admin().post(path + "/deactivate", "{\"sendEmail\":\"never\"}")))
                    .isEqualTo(new Refusal(400, "invalid_field", "sendEmail"));
            assertThat(Refusal.of(realm.admin().post(path + "/activate", "{\"sendMail\":false}")))
                    .isEqualTo(new Refusal(400, "unknown_field", "sendMail"));
            assertThat(Refusal.of(realm.admin().delete(path + "?sendEmail=never")))
                    .isEqualTo(new Refusal(400, "invalid_field", "sendEmail"));
            assertThat(realm.admin().read(path).path("active").asBoolean()).isTrue();
        }

        @Test
        void the_wish_is_no_part_of_the_membership() {
            realm.person("ann");
            String id = realm.realm.membership(realm.membership("ann", "study").put("sendEmail", false));
            assertThat(realm.admin().read("atrium/memberships/" + id).has("sendEmail"))
                    .isFalse();
        }
    }

    private String aMembershipOfAnn() {
        realm.person("ann");
        return realm.joins("ann", "study");
    }
}
