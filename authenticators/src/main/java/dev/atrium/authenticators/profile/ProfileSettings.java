package dev.atrium.authenticators.profile;

import dev.atrium.authenticators.stage.Setting;
import dev.atrium.support.config.ConfigOption;
import dev.atrium.support.config.ConfigOption.Words;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * How the profile stage asks.
 *
 * @param shown how many profiles the page shows at once; the others are found by searching
 */
public record ProfileSettings(int shown) {
    private static final ConfigOption<Integer> SHOWN = ConfigOption.number(
            new Words(
                    "atrium.shown",
                    "Profiles shown at once",
                    "How many profiles the page lists, from 5 to 100. Users with more can search."),
            20,
            5,
            100);

    public static final List<ConfigOption<?>> OPTIONS = List.of(SHOWN);
    public static final ProfileSettings DEFAULT = new ProfileSettings(SHOWN.in(Map.of()));

    static ProfileSettings in(AuthenticationFlowContext flow) {
        return new ProfileSettings(Setting.of(SHOWN, flow));
    }
}
