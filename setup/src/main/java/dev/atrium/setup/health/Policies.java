package dev.atrium.setup.health;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Access policies and who has them.
 *
 * @param all the names of all of them
 * @param idle the names of those that no membership and no pending invitation has
 * @param ofClients the name that a service names, by its client ID
 */
record Policies(List<String> all, List<String> idle, Map<String, String> ofClients) {
    /** The attribute in which a service names its policy. */
    static final String ATTRIBUTE = "atrium.access-policy";

    Policies {
        all = List.copyOf(all);
        idle = List.copyOf(idle);
        ofClients = Map.copyOf(ofClients);
    }

    Stream<Finding> findings() {
        Set<String> known = all.stream().map(Policies::key).collect(Collectors.toUnmodifiableSet());
        Set<String> named = ofClients.values().stream().map(Policies::key).collect(Collectors.toUnmodifiableSet());
        return Stream.concat(
                ofClients.entrySet().stream()
                        .filter(client -> !client.getValue().isBlank() && !known.contains(key(client.getValue())))
                        .sorted(Map.Entry.comparingByKey())
                        .map(client -> unknown(client.getKey(), client.getValue())),
                idle.stream().filter(name -> !named.contains(key(name))).map(Policies::unused));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Finding unknown(String clientId, String policy) {
        return new Finding(
                FindingKind.CLIENT_POLICY_UNKNOWN,
                clientId,
                "The client's attribute %s names the access policy '%s', which the realm does not have: the client gets no SMART scope."
                        .formatted(ATTRIBUTE, policy),
                "Create the access policy, or correct the attribute.");
    }

    private static Finding unused(String name) {
        return new Finding(
                FindingKind.POLICY_UNUSED,
                name,
                "No membership, pending invitation or service has this access policy.",
                "Delete it if nobody is going to get it: kcadm.sh delete atrium/policies/<its id>.");
    }
}
