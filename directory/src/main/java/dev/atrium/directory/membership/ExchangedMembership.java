package dev.atrium.directory.membership;

import dev.atrium.core.membership.MembershipId;
import dev.atrium.support.note.ClientNote;

/** Where it is noted that a client exchanged a token of a membership for one that it may refresh (RFC 8693). */
public final class ExchangedMembership {
    /**
     * In the client session: the membership exchanged last. It proves that the stages ran for the token exchanged, and
     * answers no {@code prompt=none}: at this client nobody chose.
     */
    public static final ClientNote<MembershipId> NOTE =
            new ClientNote<>("atrium.exchanged-membership", MembershipId::value, MembershipId::parse);

    private ExchangedMembership() {}
}
