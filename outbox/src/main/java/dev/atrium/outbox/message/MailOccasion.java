package dev.atrium.outbox.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.membership.MembershipId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a mail is sent for, kept with it: while it waits, that may be over.
 *
 * @param invitation the id of the invitation it is about
 * @param key of the link it has, which is void once the invitation was sent again
 * @param membership the id of the membership it is about
 * @param until when its link works, in seconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailOccasion(
        @Nullable String invitation,
        @Nullable String key,
        @Nullable String membership,
        @Nullable Long until) {
    public static final MailOccasion NONE = new MailOccasion(null, null, null, null);

    public static MailOccasion of(Invitation invitation) {
        return new MailOccasion(
                invitation.id().value(),
                invitation.link().key(),
                null,
                invitation.link().expires().getEpochSecond());
    }

    public static MailOccasion of(MembershipId membership) {
        return new MailOccasion(null, null, membership.value(), null);
    }

    /** The same, with a link that works until then. */
    public MailOccasion until(Instant end) {
        return new MailOccasion(invitation, key, membership, end.getEpochSecond());
    }
}
