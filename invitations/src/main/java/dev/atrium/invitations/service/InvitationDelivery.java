package dev.atrium.invitations.service;

import dev.atrium.core.account.UserId;
import java.time.Duration;
import java.util.Optional;

/**
 * How an invitation is sent.
 *
 * @param by who invites, when that is a person of this realm
 * @param lasts how long it can be accepted
 * @param byMail whether to mail it; else whoever invites hands the link over
 */
public record InvitationDelivery(Optional<UserId> by, Duration lasts, boolean byMail) {
    public static final Duration UNLESS_SAID = Duration.ofDays(7);
    public static final Duration LONGEST = Duration.ofDays(30);
}
