package dev.atrium.support.event;

import dev.atrium.core.membership.Membership;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A membership came, changed or went, whoever did it; told in the session and transaction of that change.
 *
 * <p>Those that go with their user or realm are not told of one by one.
 *
 * @param before empty when it came
 * @param after empty when it went
 */
public record MembershipEvent(
        KeycloakSession session, RealmModel realm, Optional<Membership> before, Optional<Membership> after)
        implements ProviderEvent {

    /** The membership as it is now, or as it was last. */
    public Membership membership() {
        return after.or(() -> before).orElseThrow();
    }
}
