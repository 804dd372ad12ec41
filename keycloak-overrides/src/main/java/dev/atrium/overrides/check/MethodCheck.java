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
            if (isThere(keycloaks)) {
                method.callers().stream()
                        .filter(this::isThere)
                        .filter(caller -> !calls(caller, method.signature()))
                        .forEach(caller -> verdict.refuse(caller.className() + "."
                                + caller.signature().name() + " no longer calls " + keycloaks.shortName() + promise()));
            }
        }

        private boolean isThere(ClassMethod method) {
            Optional<String> fingerprint = classes.fingerprint(method);
            if (fingerprint.isEmpty()) {
                verdict.refuse("Keycloak " + version.text() + " has no " + method.className() + "." + method.signature()
                        + promise());
            } else if (!fingerprints.knows(method, fingerprint.get())) {
                verdict.note("Keycloak " + version.text() + " has changed " + method.shortName() + ", on which "
                        + ours.name() + " stands, which sees to it that " + entry.guards()
                        + ". Nothing is known to be wrong; try what docs/keycloak-internals.md says of \""
                        + entry.subject() + "\", or look for a newer Atrium.");
            }
            return fingerprint.isPresent();
        }

        private String promise() {
            return ", on which " + ours.name() + " stands, which sees to it that " + entry.guards() + REMEDY;
        }
    }

    private boolean calls(ClassMethod caller, MethodSignature called) {
        return classes.declaring(caller)
                .filter(code -> code.calls(caller.signature(), called))
                .isPresent();
    }
}
