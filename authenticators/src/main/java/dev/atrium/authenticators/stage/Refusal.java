package dev.atrium.authenticators.stage;

import dev.atrium.core.membership.ProfileFit;
import dev.atrium.directory.membership.ActiveMembership;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import java.util.Optional;

/**
 * Why a person cannot go on as a profile.
 *
 * @param reason for those who read events
 */
public record Refusal(RefusalPage page, String reason) {
    /** Nothing if the profile fits. */
    public static Optional<Refusal> of(ProfileFit fit, ActiveMembership active) {
        return switch (fit) {
            case FITS -> Optional.empty();
            case NO_FHIR_SERVER -> Optional.of(new Refusal(RefusalPage.NO_FHIR_SERVER, noServer(active.project())));
            case NO_PATIENT ->
                Optional.of(new Refusal(
                        RefusalPage.NO_PATIENT,
                        "The app asks for the record of one patient, but the profile is not a patient"));
            case OTHER_PATIENT ->
                Optional.of(new Refusal(
                        RefusalPage.OTHER_PATIENT,
                        "The app is launched with the record of another patient than the user's profile"));
            case NOT_ALLOWED ->
                Optional.of(new Refusal(
                        RefusalPage.NOT_ALLOWED, "The access policy allows nothing of what the app asks for"));
            case OTHER_SERVER ->
                Optional.of(new Refusal(
                        RefusalPage.NOBODY_HERE,
                        "The app sent the base URL of another FHIR server as aud, or was launched into another project, than the"
                                + " profile's"));
        };
    }

    /** Shows its page; with a way to another role where there is one. */
    public void show(StageContext context, boolean another) {
        page.show(context, reason, another);
    }

    private static String noServer(Project project) {
        return "The organization '" + project.alias() + "' has no valid FHIR base URL: set its attribute "
                + Projects.FHIR_BASE_URL;
    }
}
