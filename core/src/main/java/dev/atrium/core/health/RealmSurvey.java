package dev.atrium.core.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the database tells of one realm at a glance. Each question is one statement, however much is in the realm, and is
 * answered with no more than {@link #MOST} rows.
 */
public interface RealmSurvey {
    /** How many rows an answer has at most. */
    int MOST = 20_000;

    /** Of how many members of organizations it is asked whether they have a membership. */
    int SAMPLE = 1_000;

    /** The attributes of the enabled organizations whose name begins so, by alias; of those without, none. */
    Map<String, Map<String, List<String>>> organizationAttributes(String prefix);

    /** The enabled identity providers that belong to an organization. */
    List<LinkedProvider> linkedProviders();

    /** The names of the access policies that no membership and no pending invitation has. */
    List<String> policiesWithoutMembership();

    /** The names of all access policies. */
    List<String> policies();

    /** Of {@link #SAMPLE} members of enabled organizations, those who have no membership in theirs. */
    long membersWithoutMembership();

    /** The client IDs of enabled clients with the authorization code flow to which a SMART scope is assigned. */
    List<String> smartApps();

    /** Whether anybody has agreed to what this client may see; it is named by Keycloak's id. */
    boolean hasConsents(String client);

    /** What enabled clients have in an attribute, by their client ID. */
    Map<String, String> clientAttribute(String name);

    /**
     * An identity provider of an organization.
     *
     * @param firstLoginFlow the id of its own first login flow; without one, the realm's runs
     * @param postLoginFlow the id of its post login flow
     */
    record LinkedProvider(String alias, Optional<String> firstLoginFlow, Optional<String> postLoginFlow) {}
}
