package dev.atrium.invitations.page;

import dev.atrium.core.account.UserId;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.OfferedMembership;
import dev.atrium.directory.homeidp.ProviderName;
import dev.atrium.directory.project.PersonName;
import dev.atrium.directory.project.Project;
import dev.atrium.directory.project.Projects;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.service.AcceptanceResult;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The pages of an invitation, in words. */
final class InvitationPages {
    private static final String KEYS = "atrium.link.invitation.";

    private final KeycloakSession session;
    private final Optional<Invitation> invitation;
    private final Landing landing;

    InvitationPages(KeycloakSession session, Optional<Invitation> invitation, Landing landing) {
        this.session = session;
        this.invitation = invitation;
        this.landing = landing;
    }

    LinkPage newPerson() {
        return offer().line(PageLine.of(KEYS + "new.text", address()))
                .button("accept", PageLine.of(KEYS + "new.button"));
    }

    LinkPage signIn() {
        return offer().line(provider()
                        .map(name -> new PageLine(KEYS + "provider.text", address(), name))
                        .orElseGet(() -> PageLine.of(KEYS + "signin.text", address())))
                .button("accept", PageLine.of(KEYS + "signin.button"));
    }

    /** Why the invitation cannot be accepted, and what to do. */
    LinkPage obstacle(AcceptanceResult obstacle) {
        LinkPage page =
                LinkPage.problem(KEYS + obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-'), project());
        return switch (obstacle) {
            case USED ->
                landing.home(session)
                        .map(home -> page.way(home, "atrium.link.signin"))
                        .orElse(page);
            default -> page;
        };
    }

    private LinkPage offer() {
        OfferedMembership offered = invitation.orElseThrow().offered();
        PageLine intro = inviter()
                .map(name -> new PageLine(KEYS + "by", name, project()))
                .orElseGet(() -> PageLine.of(KEYS + "intro", project()));
        PageLine profile =
                PageLine.of("atrium.link.as." + offered.profile().type().resourceType());
        LinkPage page = LinkPage.of(PageLine.of(KEYS + "title", project()), intro, profile);
        return page.words(invitation.flatMap(found -> found.letter().words()).orElse(""));
    }

    /** Where whoever presses the button is sent next, if that is an identity provider. */
    private Optional<String> provider() {
        return LoginContinuation.allowed(session, invitation.orElseThrow().email())
                .onlyProvider()
                .map(alias -> ProviderName.of(session, alias));
    }

    private Optional<String> inviter() {
        return invitation
                .flatMap(Invitation::invitedBy)
                .map(UserId::value)
                .map(id -> session.users().getUserById(session.getContext().getRealm(), id))
                .map(InvitationPages::name);
    }

    private static String name(UserModel user) {
        return PersonName.full(user).orElseGet(user::getUsername);
    }

    private String project() {
        return invitation
                .flatMap(found -> new Projects(session).find(found.offered().project()))
                .map(Project::name)
                .orElse("");
    }

    private String address() {
        return invitation.map(found -> found.email().value()).orElse("");
    }
}
