package dev.atrium.tokens.scope;

import dev.atrium.directory.membership.MembershipScope;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;

/**
 * The client scope of a name that an assigned SMART scope covers.
 *
 * <p>It is not on Keycloak's consent screen, whose store holds ids of 36 characters; Atrium asks and remembers itself.
 */
public final class ResolvedClientScope extends UnstoredClientScope {
    private static final String ID_PREFIX = "atrium:";

    private final String name;

    ResolvedClientScope(RealmModel realm, String name) {
        super(realm);
        this.name = name;
    }

    public static boolean isResolved(String id) {
        return id.startsWith(ID_PREFIX);
    }

    public static ResolvedClientScope byId(RealmModel realm, String id) {
        return new ResolvedClientScope(realm, id.substring(ID_PREFIX.length()));
    }

    @Override
    public String getId() {
        return ID_PREFIX + name;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of(
                DISPLAY_ON_CONSENT_SCREEN,
                "false",
                INCLUDE_IN_TOKEN_SCOPE,
                String.valueOf(!MembershipScope.isHidden(name)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedClientScope scope && scope.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
