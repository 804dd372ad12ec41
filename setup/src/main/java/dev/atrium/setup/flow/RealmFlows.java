package dev.atrium.setup.flow;

import dev.atrium.setup.change.Print;
import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.StringUtil;

/** Reads the flows of a realm, and writes new ones. */
final class RealmFlows {
    private static final int GAP = 10;

    private final RealmModel realm;

    RealmFlows(RealmModel realm) {
        this.realm = realm;
    }

    /** A flow that is in itself is read as one without steps there; {@link KnownSteps} says that it cannot be copied. */
    Flow read(AuthenticationFlowModel flow) {
        return read(flow, Requirement.REQUIRED, "", Set.of());
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
        Map<String, String> names = new HashMap<>();
        name(flow, names);
        return write(flow, true, names);
    }

    /** Those of sub-flows are needed before they are there: a step may ask about any of them. */
    private void name(Flow flow, Map<String, String> names) {
        names.computeIfAbsent(
                flow.alias(),
                alias -> free(
                        alias,
                        taken -> realm.getFlowByAlias(taken) != null
                                || (!taken.equals(alias) && names.containsValue(taken))));
        flow.nodes().stream()
                .filter(Flow.class::isInstance)
                .map(Flow.class::cast)
                .forEach(inner -> name(inner, names));
    }

    /** The name that a new flow will have. */
    String freeAlias(String alias) {
        return free(alias, taken -> realm.getFlowByAlias(taken) != null);
    }

    private Flow read(AuthenticationFlowModel flow, Requirement requirement, String form, Set<String> above) {
        Set<String> here = new HashSet<>(above);
        List<FlowNode> nodes = here.add(flow.getId())
                ? realm.getAuthenticationExecutionsStream(flow.getId())
                        .map(execution -> read(execution, here))
                        .toList()
                : List.of();
        return new Flow(
                flow.getAlias(),
                Objects.requireNonNullElse(flow.getDescription(), ""),
                flow.getProviderId(),
                form,
                requirement,
                nodes);
    }

    private FlowNode read(AuthenticationExecutionModel execution, Set<String> above) {
        String provider = Objects.requireNonNullElse(execution.getAuthenticator(), "");
        if (execution.isAuthenticatorFlow()) {
            AuthenticationFlowModel inner = realm.getAuthenticationFlowById(execution.getFlowId());
            return read(inner, execution.getRequirement(), provider, above);
        }
        Optional<AuthenticatorConfigModel> settings =
                Optional.ofNullable(execution.getAuthenticatorConfig()).map(realm::getAuthenticatorConfigById);
        return new Step(
                provider,
                execution.getRequirement(),
                settings.map(config -> StringUtil.isBlank(config.getAlias()) ? provider : config.getAlias())
                        .orElse(""),
                settings.map(AuthenticatorConfigModel::getConfig).orElse(Map.of()));
    }

    private AuthenticationFlowModel write(Flow flow, boolean topLevel, Map<String, String> names) {
        AuthenticationFlowModel model = new AuthenticationFlowModel();
        model.setAlias(freeAlias(names.getOrDefault(flow.alias(), flow.alias())));
        model.setDescription(flow.description());
        model.setProviderId(flow.type());
        model.setTopLevel(topLevel);
        model.setBuiltIn(false);
        AuthenticationFlowModel added = realm.addAuthenticationFlow(model);
        int priority = 0;
        for (FlowNode node : flow.nodes()) {
            priority += GAP;
            realm.addAuthenticatorExecution(execution(added, node, priority, names));
        }
        return added;
    }

    private AuthenticationExecutionModel execution(
            AuthenticationFlowModel parent, FlowNode node, int priority, Map<String, String> names) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(parent.getId());
        execution.setRequirement(node.requirement());
        execution.setPriority(priority);
        if (node instanceof Flow inner) {
            execution.setAuthenticatorFlow(true);
            execution.setFlowId(write(inner, false, names).getId());
            if (!inner.form().isEmpty()) {
                execution.setAuthenticator(inner.form());
            }
        } else if (node instanceof Step step) {
            execution.setAuthenticator(step.provider());
            settings(step, names).ifPresent(settings -> execution.setAuthenticatorConfig(settings.getId()));
        }
        return execution;
    }

    private Optional<AuthenticatorConfigModel> settings(Step step, Map<String, String> names) {
        if (step.settingsName().isEmpty()) {
            return Optional.empty();
        }
        AuthenticatorConfigModel settings = new AuthenticatorConfigModel();
        settings.setAlias(free(step.settingsName(), taken -> realm.getAuthenticatorConfigByAlias(taken) != null));
        settings.setConfig(step.about(asked -> names.getOrDefault(asked, asked)).settings());
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
