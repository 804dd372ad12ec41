package dev.atrium.invitations.emailcode;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.emailcode.EmailCode;
import dev.atrium.invitations.link.Link;
import dev.atrium.invitations.link.LinkPurpose;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionCompoundId;

/**
 * The link that is mailed with a code. It holds the code, for whoever has the mail has that as well, and is of use to
 * nobody but the browser that asked for it.
 *
 * @param signIn the sign-in that the code was asked for in
 * @param id of the code
 */
public record CodeLink(
        AuthenticationSessionCompoundId signIn, EmailCode code, String id, EmailAddress mailedTo, Instant expires) {
    private static final String BETWEEN = "~";

    /** As it travels. */
    public Link link() {
        return new Link(
                LinkPurpose.EMAIL_CODE,
                code.digits() + BETWEEN + signIn.getEncodedId(),
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.of(mailedTo),
                expires);
    }

    /** A link of this purpose, which nobody but this realm makes. */
    public static CodeLink of(Link link) {
        String[] parts = link.subject().split(BETWEEN, 2);
        return new CodeLink(
                AuthenticationSessionCompoundId.encoded(parts[1]),
                new EmailCode(parts[0]),
                link.key(),
                link.mailedTo().orElseThrow(),
                link.expires());
    }
}
