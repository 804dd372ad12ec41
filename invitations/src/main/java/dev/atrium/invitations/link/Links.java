package dev.atrium.invitations.link;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.membership.ProjectId;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.urls.UrlType;

/** Makes and reads the links of the realm in context. They lead to a page with a button: opening it does nothing. */
public final class Links {
    /** Where the pages are, below a realm. */
    public static final String PATH = "atrium/links";

    private final KeycloakSession session;

    public Links(KeycloakSession session) {
        this.session = session;
    }

    /** For a mail to somebody who has no way to sign in yet; works once. */
    public URI toSetCredential(UserModel user, Landing landing, Instant expires) {
        return address(
                new Link(
                        LinkPurpose.SET_CREDENTIAL,
                        user.getId(),
                        newKey(),
                        landing.client().map(ClientModel::getClientId),
                        landing.project().map(ProjectId::value),
                        Optional.ofNullable(user.getEmail()).flatMap(EmailAddress::parse),
                        expires),
                Optional.ofNullable(user.getFirstAttribute(UserModel.LOCALE)));
    }

    /** The key of a link that is yet to be made. */
    public static String newKey() {
        return KeycloakModelUtils.generateId();
    }

    /** The page of a link, in this language where the realm speaks it. */
    public URI address(Link link, Optional<String> language) {
        UriBuilder page = realm().path(PATH).path(session.tokens().encode(LinkToken.of(link)));
        language.ifPresent(tag -> page.queryParam(LocaleSelectorProvider.KC_LOCALE_PARAM, tag));
        return page.build();
    }

    /** What a text stands for, if this realm made it; it may be expired. */
    public Optional<Link> read(String text) {
        return Optional.ofNullable(session.tokens().decode(text, LinkToken.class))
                .flatMap(LinkToken::link);
    }

    /** The public address of the realm. */
    UriBuilder realm() {
        return session.getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .path("realms")
                .path(session.getContext().getRealm().getName());
    }
}
