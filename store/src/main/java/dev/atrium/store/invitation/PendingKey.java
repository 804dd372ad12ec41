package dev.atrium.store.invitation;

import dev.atrium.core.invitation.Invitation;
import dev.atrium.store.jpa.Hash;

/** What may be pending once: an address for a project as a profile, short enough for an index of every database. */
final class PendingKey {
    private PendingKey() {}

    static String of(Invitation invitation) {
        return Hash.hex(invitation.offered().project().value() + "\n"
                + invitation.offered().profile().reference() + "\n"
                + invitation.email().value());
    }
}
