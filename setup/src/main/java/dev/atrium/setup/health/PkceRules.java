package dev.atrium.setup.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.health.RealmSurvey;
import dev.atrium.setup.health.Pkce.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPolicyConditionRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.ClientPolicyManager;

/**
 * Reads which client policies enforce PKCE, and for whom. Of conditions other than these two it cannot be told for whom
 * they are without a request: such a policy counts for nobody.
 */
final class PkceRules {
    private static final String ENFORCER = "pkce-enforcer";
    private static final String ANY_CLIENT = "any-client";
    private static final String SMART_APP = "atrium-smart-app";

    private PkceRules() {}

    static List<Rule> of(KeycloakSession session, RealmSurvey survey) {
        RealmModel realm = session.getContext().getRealm();
        ClientPolicyManager manager = session.clientPolicy();
        try {
            Set<String> profiles = enforcing(manager.getClientProfiles(realm, true));
            return list(manager.getClientPolicies(realm, true).getPolicies())
                    .filter(policy -> Boolean.TRUE.equals(policy.isEnabled()))
                    .filter(policy -> list(policy.getProfiles()).anyMatch(profiles::contains))
                    .flatMap(policy -> rule(policy, survey))
                    .toList();
        } catch (ClientPolicyException unreadable) {
            return List.of(); // Keycloak applies none of them either
        }
    }

    private static Set<String> enforcing(ClientProfilesRepresentation profiles) {
        return Stream.concat(list(profiles.getProfiles()), list(profiles.getGlobalProfiles()))
                .filter(profile -> list(profile.getExecutors())
                        .anyMatch(executor -> ENFORCER.equals(executor.getExecutorProviderId())))
                .map(ClientProfileRepresentation::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A policy with several conditions is for those for whom all of them are. */
    private static Stream<Rule> rule(ClientPolicyRepresentation policy, RealmSurvey survey) {
        List<ClientPolicyConditionRepresentation> conditions =
                list(policy.getConditions()).toList();
        return conditions.size() == 1 ? rule(conditions.get(0), survey) : Stream.empty();
    }

    private static Stream<Rule> rule(ClientPolicyConditionRepresentation condition, RealmSurvey survey) {
        JsonNode settings = condition.getConfiguration();
        boolean negative =
                settings != null && settings.path("is-negative-logic").asBoolean();
        boolean known = ANY_CLIENT.equals(condition.getConditionProviderId())
                || SMART_APP.equals(condition.getConditionProviderId());
        if (negative || !known) {
            return Stream.empty();
        }
        String mark = settings == null ? "" : settings.path("attribute").asText("");
        return mark.isBlank() || ANY_CLIENT.equals(condition.getConditionProviderId())
                ? Stream.of(new Rule(true, List.of()))
                : Stream.of(new Rule(false, marked(survey.clientAttribute(mark.strip()))));
    }

    private static List<String> marked(Map<String, String> clients) {
        return clients.entrySet().stream()
                .filter(client -> "true".equals(client.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static <T> Stream<T> list(@Nullable List<T> all) {
        return Stream.ofNullable(all).flatMap(List::stream).filter(Objects::nonNull);
    }
}
