package dev.atrium.overrides.check;

import java.util.List;

/** The release of Keycloak that runs, such as 26.7.3. */
record KeycloakVersion(String text) {
    /** Major and minor: what changes with it may be anything. A patch release brings fixes. */
    String minor() {
        String[] numbers = text.split("\\.", 3);
        return numbers.length < 2 ? text : numbers[0] + "." + numbers[1];
    }

    /**
     * Refuses a minor that nobody has tried.
     *
     * @param accepted the minor that the administrator wants to run all the same, or nothing
     */
    void check(String accepted, Verdict verdict) {
        List<String> tried = Fingerprints.VERSIONS.stream()
                .map(version -> new KeycloakVersion(version).minor())
                .distinct()
                .toList();
        if (!tried.contains(minor()) && !minor().equals(accepted)) {
            verdict.refuse("it was never tried with Keycloak " + text + ", only with " + String.join(" and ", tried)
                    + ": install an Atrium that is made for Keycloak " + minor()
                    + ", or, at your own risk, start with --spi-" + OverrideCheckFactory.OPTION + "=" + minor() + ".");
        }
    }
}
