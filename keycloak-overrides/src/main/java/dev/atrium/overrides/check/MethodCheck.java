package dev.atrium.overrides.check;

import java.util.Optional;

/** Whether Keycloak still has, and calls, the methods that Atrium overrides, and whether they do what they did. */
record MethodCheck(KeycloakVersion version, Classes classes, Fingerprints fingerprints) {
    static final String REMEDY = ": run a Keycloak that Atrium was tested with ("
            + String.join(", ", Fingerprints.VERSIONS) + "), or install an Atrium that is made for this one.";

    void check(OverrideList list, Verdict verdict) {
        list.entries()
                .forEach(entry -> entry.classes()
                        .forEach(ours -> ours.methods().forEach(method -> new Of(entry, ours, verdict).check(method))));
    }

    /** One class of ours. */
    private final class Of {
        private final OverrideEntry entry;
        private final OverridingClass ours;
        private final Verdict verdict;

        Of(OverrideEntry entry, OverridingClass ours, Verdict verdict) {
            this.entry = entry;
            this.ours = ours;
            this.verdict = verdict;
        }

        void check(OverriddenMethod method) {
            ClassMethod keycloaks = new ClassMethod(ours.base(), method.signature());
            String promise = ", which " + ours.name() + " overrides so that " + entry.guards();
            if (isThere(keycloaks, promise)) {
                String called = ", which must call " + keycloaks.inProse() + promise;
                method.callers().stream()
                        .filter(caller -> isThere(caller, called))
                        .filter(caller -> !calls(caller, method.signature()))
                        .forEach(caller -> verdict.refuse("Keycloak " + version.text() + " no longer calls "
                                + keycloaks.inProse() + " in " + caller.inProse() + promise + REMEDY));
            }
        }

        private boolean isThere(ClassMethod method, String promise) {
            Optional<String> fingerprint = classes.fingerprint(method);
            if (fingerprint.isEmpty()) {
                verdict.refuse("Keycloak " + version.text() + " has no " + method.inProse() + promise + REMEDY);
            } else if (!fingerprints.knows(method, fingerprint.get())) {
                verdict.note("Keycloak " + version.text() + " has changed " + method.inProse() + promise
                        + ". Nothing is known to be wrong: docs/keycloak-internals.md says under \"" + entry.subject()
                        + "\" what to try, and a newer Atrium may know this release.");
            }
            return fingerprint.isPresent();
        }
    }

    private boolean calls(ClassMethod caller, MethodSignature called) {
        return classes.declaring(caller)
                .filter(code -> code.calls(caller.signature(), called))
                .isPresent();
    }
}
