package dev.atrium.protocolmappers.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/** A place where a claim can be, and the setting of a mapper that puts it there. */
enum TokenPlace {
    ID_TOKEN(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN),
    ACCESS_TOKEN(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN),
    LIGHTWEIGHT_ACCESS_TOKEN(OIDCAttributeMapperHelper.INCLUDE_IN_LIGHTWEIGHT_ACCESS_TOKEN),
    USERINFO(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO),
    INTROSPECTION(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION),
    TOKEN_RESPONSE(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN_RESPONSE);

    private final String setting;

    TokenPlace(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }

    /** Whether all settings are there. */
    static boolean areSet(Map<String, String> config) {
        return Arrays.stream(values()).map(TokenPlace::setting).allMatch(config::containsKey);
    }

    /** The place of this setting. */
    static Optional<TokenPlace> of(String setting) {
        return Arrays.stream(values())
                .filter(place -> place.setting.equals(setting))
                .findFirst();
    }
}
