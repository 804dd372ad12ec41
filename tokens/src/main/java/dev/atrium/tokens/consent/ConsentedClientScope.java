package dev.atrium.tokens.consent;

import dev.atrium.tokens.scope.UnstoredClientScope;
import java.util.Map;
import org.keycloak.models.RealmModel;

/** A scope that a person agreed to, in words, for whoever lists consents; it is kept in Atrium's grants. */
public final class ConsentedClientScope extends UnstoredClientScope {
    private static final String ID_PREFIX = "atrium-agreed:";

    private final String scope;
    private final String words;

    ConsentedClientScope(RealmModel realm, String scope, String words) {
        super(realm);
        this.scope = scope;
        this.words = words;
    }

    @Override
    public String getId() {
        return ID_PREFIX + scope;
    }

    /** The admin console lists names. */
    @Override
    public String getName() {
        return words;
    }

    @Override
    public String getConsentScreenText() {
        return words;
    }

    @Override
    public Map<String, String> getAttributes() {
        return Map.of(DISPLAY_ON_CONSENT_SCREEN, "true", INCLUDE_IN_TOKEN_SCOPE, "false");
    }
}
