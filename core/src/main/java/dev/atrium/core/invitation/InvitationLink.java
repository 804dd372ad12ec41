package dev.atrium.core.invitation;

import java.time.Instant;

/**
 * The one link with which an invitation can be accepted at the moment.
 *
 * @param key tells it from older ones, which are void
 * @param made when the invitation was sent last
 * @param expires it cannot be accepted from then on
 */
public record InvitationLink(String key, Instant made, Instant expires) {}
