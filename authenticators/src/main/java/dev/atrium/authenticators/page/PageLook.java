package dev.atrium.authenticators.page;

import dev.atrium.core.brand.BrandColour;
import dev.atrium.core.brand.HelpContact;
import dev.atrium.core.brand.PageColours;
import dev.atrium.core.page.PageBrand;
import dev.atrium.directory.project.Projects;
import dev.atrium.directory.project.ShownProject;
import dev.atrium.support.config.Misconfiguration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What templates show of whose page it is: the project's, as soon as one is known, and before that the realm's.
 *
 * @param brand the project's
 * @param help whom people ask; the realm's where the project names nobody
 */
public record PageLook(Optional<PageBrand> brand, @Nullable HelpContact help) {
    /** Of a page that may belong to no sign-in. */
    public static PageLook of(KeycloakSession session, Optional<AuthenticationSessionModel> signIn) {
        Optional<PageBrand> brand = ShownProject.of(session)
                .or(() -> signIn.flatMap(authSession -> new PageProject(session, authSession).find()))
                .flatMap(new Projects(session)::pageBrand);
        Optional<HelpContact> help = brand.flatMap(PageBrand::help)
                .or(() -> ofRealm(session.getContext().getRealm()));
        return new PageLook(brand, help.orElse(null));
    }

    /** The project's colours; none where the theme's remain. */
    public @Nullable PageColours colours() {
        return brand.flatMap(PageBrand::colour)
                .map((BrandColour colour) -> PageColours.of(colour))
                .orElse(null);
    }

    private static Optional<HelpContact> ofRealm(RealmModel realm) {
        Optional<String> written =
                Optional.ofNullable(realm.getAttribute(PageBrand.HELP)).filter(text -> !text.isBlank());
        Optional<HelpContact> help = written.flatMap(HelpContact::parse);
        if (written.isPresent() && help.isEmpty()) {
            Misconfiguration.tell("Realm '" + realm.getName() + "': the attribute " + PageBrand.HELP + ": "
                    + PageBrand.helpProblem().message());
        }
        return help;
    }
}
