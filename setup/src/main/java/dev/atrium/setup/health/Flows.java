package dev.atrium.setup.health;

import dev.atrium.setup.health.Flow.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderFactory;

/** Reads the flows of a realm. */
record Flows(RealmModel realm, KeycloakSessionFactory factory) {
    private static final String BASIC = "basic-flow";

    /** The top-level ones, but those for clients, registration and the like, which sign in nobody. */
    Stream<AuthenticationFlowModel> topLevel() {
        return realm.getAuthenticationFlowsStream()
                .filter(AuthenticationFlowModel::isTopLevel)
                .filter(flow -> BASIC.equals(flow.getProviderId()));
    }

    Optional<Flow> byId(String id) {
        return Optional.ofNullable(realm.getAuthenticationFlowById(id)).map(this::of);
    }

    Flow of(AuthenticationFlowModel flow) {
        return new Flow(flow.getAlias(), steps(flow.getId(), Set.of()));
    }

    private List<Step> steps(String flowId, Set<String> above) {
        Set<String> here = new HashSet<>(above);
        here.add(flowId);
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(step -> !step.isDisabled())
                .map(step -> step.isAuthenticatorFlow() ? subFlow(step, here) : single(step))
                .toList();
    }

    /** One that is a part of itself has no steps there. */
    private Step subFlow(AuthenticationExecutionModel step, Set<String> above) {
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(step.getFlowId());
        return flow != null && BASIC.equals(flow.getProviderId()) && !above.contains(flow.getId())
                ? new Step(flow.getAlias(), "", step.getRequirement(), true, steps(flow.getId(), above))
                : new Step(String.valueOf(step.getFlowId()), "", step.getRequirement(), true, List.of());
    }

    private Step single(AuthenticationExecutionModel step) {
        String id = String.valueOf(step.getAuthenticator());
        ProviderFactory<Authenticator> known = factory.getProviderFactory(Authenticator.class, id);
        String name = known instanceof AuthenticatorFactory shown ? shown.getDisplayType() : id;
        return new Step(name, id, step.getRequirement(), known != null, List.of());
    }
}
