package dev.atrium.protocolmappers.claim;

import dev.atrium.directory.membership.ActiveMembership;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;

/** {@code project}, {@code membership} and {@code profile}: where, by which membership and as what the person acts. */
public final class ProjectMapper extends MembershipMapper {
    public ProjectMapper() {
        super(
                "atrium-project-mapper",
                "Atrium project, membership and profile",
                "Adds 'project' (the organization's alias), 'membership' (its id) and 'profile' (such as"
                        + " 'Practitioner/123') of the membership the user chose. They need a SMART scope or 'project', and 'profile'"
                        + " needs 'fhirUser' or 'project'.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.USERINFO, TokenPlace.INTROSPECTION));
    }

    @Override
    Map<String, Object> claims(TokenFacts facts) {
        ActiveMembership active = facts.active();
        Map<String, Object> claims = new HashMap<>();
        if (facts.granted().project()) {
            claims.put("project", active.project().alias());
            claims.put("membership", active.membership().id().value());
        }
        if (facts.granted().profile()) {
            claims.put("profile", active.membership().profile().reference());
        }
        return claims;
    }
}
