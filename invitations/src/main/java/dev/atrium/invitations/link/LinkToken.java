package dev.atrium.invitations.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.atrium.core.account.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.JsonWebToken;

/** A link as it travels: signed by its realm, so that no other realm and nobody else makes one. */
public final class LinkToken extends JsonWebToken {
    @JsonProperty("eml")
    private @Nullable String mailedTo;

    @JsonProperty("prj")
    private @Nullable String project;

    static LinkToken of(Link link) {
        LinkToken token = new LinkToken();
        token.type(link.purpose().type());
        token.subject(link.subject());
        token.id(link.key());
        token.issuedFor(link.client().orElse(null));
        token.exp(link.expires().getEpochSecond());
        token.project = link.project().orElse(null);
        token.mailedTo = link.mailedTo().map(EmailAddress::value).orElse(null);
        return token;
    }

    Optional<Link> link() {
        if (getType() == null || getSubject() == null || getId() == null || getExp() == null) {
            return Optional.empty();
        }
        return LinkPurpose.ofType(getType())
                .map(purpose -> new Link(
                        purpose,
                        getSubject(),
                        getId(),
                        Optional.ofNullable(getIssuedFor()),
                        Optional.ofNullable(project),
                        Optional.ofNullable(mailedTo).flatMap(EmailAddress::parse),
                        Instant.ofEpochSecond(getExp())));
    }
}
