package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.RefusalPage;
import dev.atrium.directory.factor.UnmetRequirement;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.List;
import java.util.Locale;

/**
 * What a person is asked for by a project.
 *
 * @param ways how they can give it, the preferred first
 * @param kind whether they give what they have, or set it up first
 * @param another whether there is another role to choose
 */
record Question(ActiveMembership active, Kind kind, List<Way> ways, boolean another) {
    /** Each has words of its own. */
    enum Kind {
        METHOD,
        FACTOR,
        SETUP;

        static Kind of(UnmetRequirement unmet) {
            return unmet == UnmetRequirement.METHOD ? METHOD : FACTOR;
        }

        /** Where there is no way to give it. */
        RefusalPage refusal() {
            return this == METHOD ? RefusalPage.NO_METHOD_OF_PROJECT : RefusalPage.NO_FACTOR;
        }
    }

    String titleKey() {
        return key() + ".title";
    }

    String textKey() {
        return key() + ".text";
    }

    private String key() {
        return "atrium.factor." + kind.name().toLowerCase(Locale.ROOT);
    }
}
