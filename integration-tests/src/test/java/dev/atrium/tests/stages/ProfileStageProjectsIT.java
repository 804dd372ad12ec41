package dev.atrium.tests.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.admin.TestUser;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("own")
@ExtendWith(AtriumServer.class)
class ProfileStageProjectsIT {
    private static final String SCOPE = "openid fhirUser user/*.rs";

    private final Admin admin = Admin.ofRealm();
    private final TestProject project = TestProject.make(admin);
    private final TestUser person = admin.user("example.org");

    @Nested
    class Given_a_membership_in_a_disabled_project {
        @Test
        void is_not_offered() {
            person.joins(project.alias(), "Practitioner/closed", "clinician");
            String open = person.joins("riverside", "Practitioner/open", "clinician");
            project.disable();

            assertThat(membershipOf(person)).isEqualTo(open);
        }

        @Test
        void is_as_good_as_none() {
            person.joins(project.alias(), "Practitioner/closed", "clinician");
            project.disable();

            assertThat(Visitor.of(person).signsIn(App.PORTAL, SCOPE).title()).isEqualTo("You have no access here");
        }

        @Test
        void hides_no_other_however_many_there_are() {
            String open = person.joins("riverside", "Practitioner/open", "clinician");
            for (int i = 0; i < 45; i++) {
                person.joins(project.alias(), "Practitioner/closed-" + i, "clinician");
            }
            project.disable();

            assertThat(membershipOf(person)).isEqualTo(open);
        }
    }

    @Nested
    class Given_a_membership_in_a_deleted_project {
        @Test
        void is_gone_with_it() {
            String gone = person.joins(project.alias(), "Practitioner/closed", "clinician");
            String open = person.joins("riverside", "Practitioner/open", "clinician");
            project.delete();

            assertThat(membershipOf(person)).isEqualTo(open);
            assertThat(admin.send("GET", "atrium/memberships/" + gone, "").statusCode())
                    .isEqualTo(404);
        }
    }

    private static String membershipOf(TestUser person) {
        return Visitor.of(person)
                .tokens(App.PORTAL, SCOPE)
                .accessClaims()
                .path("membership")
                .asText();
    }
}
