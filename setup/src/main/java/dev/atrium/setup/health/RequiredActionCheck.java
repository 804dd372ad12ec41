package dev.atrium.setup.health;

import dev.atrium.setup.realm.RealmParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the two required actions of Atrium's run, and run where they must.
 *
 * @param enabled the enabled ones of the realm, by alias, in the order in which they run
 */
record RequiredActionCheck(List<String> enabled) {
    RequiredActionCheck {
        enabled = List.copyOf(enabled);
    }

    /**
     * What is amiss.
     *
     * @param rules whether people have to sign in in certain ways: by a rule, or by an organization's identity provider
     */
    List<Finding> findings(boolean rules) {
        List<Finding> found = new ArrayList<>();
        if (rules) {
            home().ifPresent(found::add);
        }
        stages().ifPresent(found::add);
        return found;
    }

    private Optional<Finding> home() {
        String name = "Atrium identity provider of the domain";
        String cure = "Under Authentication > Required actions, switch '%s' on and drag it to the top.".formatted(name);
        int place = enabled.indexOf(RealmParts.FIRST_ACTION);
        if (place < 0) {
            return Optional.of(new Finding(
                    FindingKind.HOME_ACTION,
                    name,
                    "The required action is off: who has to sign in with an identity provider or by a certain method can"
                            + " come by way of 'Forgot password', registration or a mailed link instead.",
                    cure));
        }
        return place == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.HOME_ACTION,
                        name,
                        "The required action is not the first one: '%s' runs before it, so that access to a mailbox may be enough to set a password."
                                .formatted(enabled.get(0)),
                        cure));
    }

    private Optional<Finding> stages() {
        String name = "Atrium profile and scopes";
        String cure = "Under Authentication > Required actions, switch '%s' on and drag it below all that are enabled."
                .formatted(name);
        int place = enabled.indexOf(RealmParts.LAST_ACTION);
        if (place < 0) {
            return Optional.of(new Finding(
                    FindingKind.STAGES_ACTION,
                    name,
                    "The required action is off: who signs in with another flow, with an identity provider, by a mailed"
                            + " link or after registration gets no SMART scope, and the app is answered invalid_scope.",
                    cure));
        }
        return place == enabled.size() - 1
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.STAGES_ACTION,
                        name,
                        "The required action is not the last one: '%s' runs after it, when project and scopes have been chosen already."
                                .formatted(enabled.get(enabled.size() - 1)),
                        cure));
    }
}
