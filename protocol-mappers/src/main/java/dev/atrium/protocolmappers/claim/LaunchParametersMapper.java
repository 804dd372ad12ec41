package dev.atrium.protocolmappers.claim;

import dev.atrium.core.launch.LaunchContext;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How the app shall look and begin, and who launched it (SMART App Launch 2.2.0, "Launch context parameters"). */
public final class LaunchParametersMapper extends MembershipMapper {
    private static final Set<String> CLAIMS = Set.of(
            LaunchContext.NEED_PATIENT_BANNER,
            LaunchContext.SMART_STYLE_URL,
            LaunchContext.INTENT,
            LaunchContext.TENANT);

    public LaunchParametersMapper() {
        super(
                "atrium-launch-mapper",
                "Atrium launch parameters for the app",
                "Adds 'need_patient_banner', 'smart_style_url', 'intent' and 'tenant' of the launch. They need a scope"
                        + " 'launch...' or one that starts with 'patient/'.",
                EnumSet.of(TokenPlace.INTROSPECTION, TokenPlace.TOKEN_RESPONSE));
    }

    @Override
    Map<String, Object> claims(TokenFacts facts) {
        Map<String, Object> claims = facts.launch().toJson();
        claims.keySet().retainAll(CLAIMS);
        return claims;
    }
}
