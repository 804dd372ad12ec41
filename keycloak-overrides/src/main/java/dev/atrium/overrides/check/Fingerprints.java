package dev.atrium.overrides.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the methods that matter to us did in each Keycloak that Atrium was tested with: {@code fingerprints-*.txt}. */
public final class Fingerprints {
    /** The releases that have been tested. Each minor has its own line of security fixes. */
    public static final List<String> VERSIONS = List.of("26.7.0", "26.7.3");

    private final Map<String, Set<String>> known = new HashMap<>();

    static Fingerprints read() {
        Fingerprints all = new Fingerprints();
        VERSIONS.forEach(version -> of(version)
                .forEach((method, print) -> all.known
                        .computeIfAbsent(method, unknown -> new HashSet<>())
                        .add(print)));
        return all;
    }

    /** Those of one release. */
    public static Map<String, String> of(String version) {
        Map<String, String> prints = new HashMap<>();
        for (String line : OverrideList.Resource.lines("fingerprints-" + version + ".txt")) {
            int last = line.lastIndexOf(' ');
            prints.put(line.substring(0, last), line.substring(last + 1));
        }
        return prints;
    }

    /** Whether it did just that in a release that was tested. */
    boolean knows(ClassMethod method, String fingerprint) {
        return known.getOrDefault(method.toString(), Set.of()).contains(fingerprint);
    }
}
