package dev.atrium.setup.health;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The apps that may request SMART scopes, and what has them use PKCE.
 *
 * @param apps client IDs
 * @param methods the code challenge method that a client must use, by client ID
 * @param rules the client policies that enforce PKCE
 */
record Pkce(List<String> apps, Map<String, String> methods, List<Rule> rules) {
    /** The attribute of a client that says which code challenge method it must use. */
    static final String ATTRIBUTE = "pkce.code.challenge.method";

    Pkce {
        apps = List.copyOf(apps);
        methods = Map.copyOf(methods);
        rules = List.copyOf(rules);
    }

    /**
     * A client policy that enforces PKCE.
     *
     * @param clients the client IDs that it applies to
     */
    record Rule(boolean all, List<String> clients) {
        Rule {
            clients = List.copyOf(clients);
        }

        boolean covers(String clientId) {
            return all || clients.contains(clientId);
        }
    }

    Stream<Finding> findings() {
        return apps.stream()
                .filter(app -> !"S256".equals(methods.get(app)))
                .filter(app -> rules.stream().noneMatch(rule -> rule.covers(app)))
                .map(Pkce::finding);
    }

    private static Finding finding(String clientId) {
        return new Finding(
                FindingKind.CLIENT_WITHOUT_PKCE,
                clientId,
                "The client may request SMART scopes, and nothing has it use PKCE with S256: a stolen authorization code can be used.",
                "Enable the client policies of docs/smart-apps.md, or under Clients > %s > Settings > Capability config, switch 'Require PKCE' on, with the 'PKCE Method' S256."
                        .formatted(clientId));
    }
}
