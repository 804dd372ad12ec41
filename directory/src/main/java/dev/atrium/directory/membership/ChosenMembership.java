package dev.atrium.directory.membership;

import dev.atrium.core.membership.MembershipId;
import dev.atrium.support.note.ClientNote;

/** Where the membership chosen last for a client is noted. */
public final class ChosenMembership {
    /**
     * In the client session: as whom the person last signed in to this client. It answers {@code prompt=none} and
     * proves that the stages ran in this session; which membership a token has, its own scope tells.
     */
    public static final ClientNote<MembershipId> NOTE =
            new ClientNote<>("atrium.membership", MembershipId::value, MembershipId::parse);

    private ChosenMembership() {}
}
