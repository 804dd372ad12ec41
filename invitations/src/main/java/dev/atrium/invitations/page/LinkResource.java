package dev.atrium.invitations.page;

import dev.atrium.directory.project.PersonName;
import dev.atrium.directory.project.ShownProject;
import dev.atrium.invitations.emailcode.CodeLink;
import dev.atrium.invitations.link.Landing;
import dev.atrium.invitations.link.Link;
import dev.atrium.invitations.link.Links;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code atrium/links/{token}}: a page with a button. Mail scanners open links, some as often as they like, and do not
 * press buttons.
 */
public final class LinkResource {
    private static final String SWITCH = "switch";

    private final KeycloakSession session;
    private final PageResponse pages;

    public LinkResource(KeycloakSession session) {
        this.session = session;
        this.pages = new PageResponse(session);
    }

    @GET
    @Path("{token}")
    public Response show(@PathParam("token") String token) {
        chooseLanguage();
        return with(token, destination -> {
            LinkPage page = destination.page();
            return pages.of(stranger(destination, page).orElse(page));
        });
    }

    @POST
    @Path("{token}")
    public Response act(@PathParam("token") String token) {
        chooseLanguage();
        if (!SameOrigin.holds(session)) {
            return pages.of(LinkPage.problem("atrium.link.foreign", "").status(403));
        }
        return with(token, destination -> {
            LinkPage page = destination.page();
            return stranger(destination, page)
                    .map(other -> isPosted(SWITCH) ? signOut() : pages.of(other))
                    .orElseGet(() -> page.button() == null ? pages.of(page) : destination.act());
        });
    }

    /** Keycloak writes whatever is asked for into a cookie, and fails at a line break. */
    private void chooseLanguage() {
        RealmModel realm = session.getContext().getRealm();
        boolean spoken = Optional.ofNullable(session.getContext()
                        .getUri()
                        .getQueryParameters()
                        .getFirst(LocaleSelectorProvider.KC_LOCALE_PARAM))
                .filter(locale -> realm.getSupportedLocalesStream().anyMatch(locale::equals))
                .isPresent();
        if (spoken) {
            LocaleUtil.processLocaleParam(session, realm, null);
        }
    }

    /** A page cannot be shown at an address with braces: Keycloak takes them for a template of its own, and fails. */
    private Response with(String token, Function<LinkTarget, Response> then) {
        if (token.contains("{")) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        return new Links(session)
                .read(token)
                .map(this::destination)
                .map(found -> {
                    found.project().ifPresent(project -> ShownProject.put(session, project));
                    return then.apply(found);
                })
                .orElseGet(() ->
                        pages.of(LinkPage.problem("atrium.link.unreadable", "").status(404)));
    }

    private LinkTarget destination(Link link) {
        Landing landing = Landing.of(session, link.client(), link.project());
        landing.client().ifPresent(session.getContext()::setClient);
        return switch (link.purpose()) {
            case SET_CREDENTIAL -> new FirstCredential(session, link);
            case INVITATION -> new InvitationLinkPage(session, link);
            case EMAIL_CODE -> new EmailCodeLinkPage(session, CodeLink.of(link));
        };
    }

    /** Somebody else is signed in in this browser, and might take the link for theirs. */
    private Optional<LinkPage> stranger(LinkTarget destination, LinkPage page) {
        if (page.button() == null) {
            return Optional.empty();
        }
        Optional<UserModel> signedIn = SignedIn.in(session).user();
        return signedIn.filter(user -> !destination.user().filter(user::equals).isPresent())
                .map(user -> LinkPage.of(
                                PageLine.of("atrium.link.stranger.title"),
                                new PageLine("atrium.link.stranger.text", PersonName.of(user), destination.address()))
                        .button(SWITCH, PageLine.of("atrium.link.stranger.button", destination.address())));
    }

    /** Back to the page: whoever comes next is nobody yet. */
    private Response signOut() {
        SignedIn.in(session).end();
        return Response.seeOther(session.getContext().getUri().getRequestUri()).build();
    }

    private boolean isPosted(String button) {
        return session.getContext().getHttpRequest().getDecodedFormParameters().containsKey(button);
    }
}
