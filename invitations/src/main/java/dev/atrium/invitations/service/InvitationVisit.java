package dev.atrium.invitations.service;

import dev.atrium.core.invitation.InvitationId;
import dev.atrium.invitations.link.Link;
import dev.atrium.support.note.ClientNote;
import java.util.Optional;

/**
 * Somebody came by the link of an invitation and wants to accept it.
 *
 * @param key of the link
 * @param byMail whether the link was mailed, which proves that the address is theirs
 */
public record InvitationVisit(InvitationId id, String key, boolean byMail) {
    /** The required action that accepts for whoever signed in; it is the one that runs the stages. */
    public static final String ACTION = "atrium-stages";

    /** In a sign-in: what is to be accepted by whoever signs in. */
    public static final ClientNote<InvitationVisit> NOTE =
            new ClientNote<>("atrium.invitation", InvitationVisit::text, InvitationVisit::parse);

    public static Optional<InvitationVisit> of(Link link) {
        return InvitationId.parse(link.subject())
                .map(id -> new InvitationVisit(id, link.key(), link.mailedTo().isPresent()));
    }

    private String text() {
        return id.value() + " " + key + " " + byMail;
    }

    private static Optional<InvitationVisit> parse(String text) {
        String[] parts = text.split(" ", 3);
        return parts.length == 3
                ? InvitationId.parse(parts[0])
                        .map(id -> new InvitationVisit(id, parts[1], Boolean.parseBoolean(parts[2])))
                : Optional.empty();
    }
}
