package dev.atrium.overrides.check;

import java.util.ArrayList;
import java.util.List;

/** What a check found: why the server must not run, and what is only worth a look. */
final class Verdict {
    private final List<String> refusals = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    /** Takes the reason as what follows on "because". */
    void refuse(String reason) {
        refusals.add("Atrium does not let Keycloak start, because " + reason);
    }

    void note(String finding) {
        findings.add(finding);
    }

    List<String> findings() {
        return List.copyOf(findings);
    }

    /** Ends the start where there is a reason to. */
    void carryOut() {
        if (!refusals.isEmpty()) {
            throw new StartRefused(String.join(System.lineSeparator(), refusals));
        }
    }
}
