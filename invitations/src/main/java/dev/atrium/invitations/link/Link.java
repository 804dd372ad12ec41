package dev.atrium.invitations.link;

import dev.atrium.core.account.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A link in a mail.
 *
 * @param subject the id of whom or what it is about
 * @param key tells it from any other link; a link is used up by its key
 * @param client {@code client_id} of the client in which the person ends up
 * @param project where the person ends up without one
 * @param mailedTo the address it was mailed to: who has the link reads its mails
 */
public record Link(
        LinkPurpose purpose,
        String subject,
        String key,
        Optional<String> client,
        Optional<String> project,
        Optional<EmailAddress> mailedTo,
        Instant expires) {
    public boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }

    /** Whether it proves that somebody reads the mails of this address. */
    public boolean proves(EmailAddress address) {
        return mailedTo.filter(mailed -> mailed.value().equalsIgnoreCase(address.value()))
                .isPresent();
    }
}
