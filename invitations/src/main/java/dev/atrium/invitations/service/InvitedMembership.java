package dev.atrium.invitations.service;

import dev.atrium.core.membership.MembershipId;
import org.keycloak.models.KeycloakSession;

/** Tells in a request which membership comes of an invitation: whoever accepted it need not be told by mail. */
public final class InvitedMembership {
    private static final String ATTRIBUTE = InvitedMembership.class.getName() + ".";

    private InvitedMembership() {}

    static void note(KeycloakSession session, MembershipId membership) {
        session.setAttribute(ATTRIBUTE + membership.value(), true);
    }

    /** Whether this membership, which this request makes, comes of an invitation. */
    public static boolean is(KeycloakSession session, MembershipId membership) {
        return Boolean.TRUE.equals(session.getAttribute(ATTRIBUTE + membership.value()));
    }
}
