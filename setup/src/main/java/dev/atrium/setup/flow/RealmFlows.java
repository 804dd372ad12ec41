package dev.atrium.setup.flow;

import dev.atrium.setup.change.Print;
import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Reads the flows of a realm, and writes new ones. */
final class RealmFlows {
    private static final int GAP = 10;

    private final RealmModel realm;

    RealmFlows(RealmModel realm) {
        this.realm = realm;
    }

    Flow read(AuthenticationFlowModel flow) {
        return read(flow, Requirement.REQUIRED, "");
    }

    /** By which a later change of a flow is noticed. */
    String print(AuthenticationFlowModel flow) {
        return Print.of(List.of(numbered(read(flow))));
    }

    /** Order counts in a flow; a print does not look at the order of a list. */
    private static Object numbered(Flow flow) {
        return Map.of(
                "alias", flow.alias(),
                "description", Objects.requireNonNullElse(flow.description(), ""),
                "requirement", flow.requirement(),
                "nodes",
                        java.util.stream.IntStream.range(0, flow.nodes().size())
                                .mapToObj(i -> Map.of(
                                        "at", i, "node", content(flow.nodes().get(i))))
                                .toList());
    }

    private static Object content(FlowNode node) {
        return node instanceof Flow flow ? numbered(flow) : node;
    }

    /** The new flow, under its name or, where that is taken, under the name with a number. */
    AuthenticationFlowModel write(Flow flow) {
        return write(flow, true);
    }

    /** The name that a new flow will have. */
    String freeAlias(String alias) {
        return free(alias, taken -> realm.getFlowByAlias(taken) != null);
    }

    private Flow read(AuthenticationFlowModel flow, Requirement requirement, String form) {
        List<FlowNode> nodes = realm.getAuthenticationExecutionsStream(flow.getId())
                .map(this::read)
                .toList();
        return new Flow(
                flow.getAlias(),
                Objects.requireNonNullElse(flow.getDescription(), ""),
                flow.getProviderId(),
                form,
                requirement,
                nodes);
    }

    private FlowNode read(AuthenticationExecutionModel execution) {
        String provider = Objects.requireNonNullElse(execution.getAuthenticator(), "");
        if (execution.isAuthenticatorFlow()) {
            return read(realm.getAuthenticationFlowById(execution.getFlowId()), execution.getRequirement(), provider);
        }
        Optional<AuthenticatorConfigModel> settings =
                Optional.ofNullable(execution.getAuthenticatorConfig()).map(realm::getAuthenticatorConfigById);
        return new Step(
                provider,
                execution.getRequirement(),
                settings.map(AuthenticatorConfigModel::getAlias).orElse(""),
                settings.map(AuthenticatorConfigModel::getConfig).orElse(Map.of()));
    }

    private AuthenticationFlowModel write(Flow flow, boolean topLevel) {
        AuthenticationFlowModel model = new AuthenticationFlowModel();
        model.setAlias(freeAlias(flow.alias()));
        model.setDescription(flow.description());
        model.setProviderId(flow.type());
        model.setTopLevel(topLevel);
        model.setBuiltIn(false);
        AuthenticationFlowModel added = realm.addAuthenticationFlow(model);
        int priority = 0;
        for (FlowNode node : flow.nodes()) {
            priority += GAP;
            realm.addAuthenticatorExecution(execution(added, node, priority));
        }
        return added;
    }

    private AuthenticationExecutionModel execution(AuthenticationFlowModel parent, FlowNode node, int priority) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(parent.getId());
        execution.setRequirement(node.requirement());
        execution.setPriority(priority);
        if (node instanceof Flow inner) {
            execution.setAuthenticatorFlow(true);
            execution.setFlowId(write(inner, false).getId());
            if (!inner.form().isEmpty()) {
                execution.setAuthenticator(inner.form());
            }
        } else if (node instanceof Step step) {
            execution.setAuthenticator(step.provider());
            settings(step).ifPresent(settings -> execution.setAuthenticatorConfig(settings.getId()));
        }
        return execution;
    }

    private Optional<AuthenticatorConfigModel> settings(Step step) {
        if (step.settingsName().isEmpty()) {
            return Optional.empty();
        }
        AuthenticatorConfigModel settings = new AuthenticatorConfigModel();
        settings.setAlias(free(step.settingsName(), taken -> realm.getAuthenticatorConfigByAlias(taken) != null));
        settings.setConfig(step.settings());
        return Optional.of(realm.addAuthenticatorConfig(settings));
    }

    private static String free(String name, Predicate<String> taken) {
        return Stream.iterate(2, number -> number + 1)
                .map(number -> name + " " + number)
                .filter(taken.negate())
                .findFirst()
                .filter(numbered -> taken.test(name))
                .orElse(name);
    }
}
