package dev.atrium.protocolmappers.claim;

import dev.atrium.support.membership.ActiveMembership;
import java.util.EnumSet;
import java.util.Map;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/** {@code project}, {@code membership} and {@code profile}: where, by which membership and as what the person acts. */
public final class ProjectMapper extends MembershipMapper {
    public ProjectMapper() {
        super(
                "atrium-project-mapper",
                "Project, membership and profile",
                "Adds 'project' (the organization's alias), 'membership' (its id) and 'profile' (such as"
                        + " 'Practitioner/123') of the membership the person chose.",
                EnumSet.of(TokenPlace.ACCESS_TOKEN, TokenPlace.USERINFO, TokenPlace.INTROSPECTION));
    }

    @Override
    void addClaims(IDToken token, ActiveMembership membership) {
        token.getOtherClaims().putAll(claims(membership));
    }

    @Override
    void addParameters(AccessTokenResponse response, ActiveMembership membership) {
        claims(membership).forEach(response::setOtherClaims);
    }

    private static Map<String, String> claims(ActiveMembership active) {
        return Map.of(
                "project", active.project().alias(),
                "membership", active.membership().id().value(),
                "profile", active.membership().profile().reference());
    }
}
