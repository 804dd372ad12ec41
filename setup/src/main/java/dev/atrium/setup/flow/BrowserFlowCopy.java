package dev.atrium.setup.flow;

import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import dev.atrium.setup.realm.RealmParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.organization.authentication.authenticators.browser.OrganizationAuthenticatorFactory;

/**
 * A copy of a browser flow, with Atrium's stages.
 *
 * @param asksByDomain whether it has the domain stage; without it, people sign in as in the flow that was copied
 */
record BrowserFlowCopy(Flow flow, boolean asksByDomain) {
    static final String ALIAS = "Atrium browser";
    private static final String PREFIX = "Atrium ";

    /** Keycloak's own way to ask for a name first. With organizations on, it would ask before the domain stage does. */
    private static final Set<String> ORGANIZATION_STEPS = Set.of("conditional-user-configured", "organization");

    /**
     * @param passkeys whether people may sign in with one
     * @param organizations whether they are on; where they were off, Keycloak's steps for them did nothing
     */
    static BrowserFlowCopy of(Flow bound, boolean passkeys, boolean organizations) {
        Flow renamed = renamed(bound);
        Flow without = withoutOrganizations(renamed);
        Optional<Flow> byDomain =
                asksForMembers(bound, organizations) ? Optional.empty() : new NameStep(passkeys).in(without);
        return new BrowserFlowCopy(
                withStages(byDomain.orElse(organizations ? renamed : without)), byDomain.isPresent());
    }

    /** Whether Keycloak's step lets in members of organizations alone, which the domain stage does not do in its place. */
    static boolean asksForMembers(Flow bound, boolean organizations) {
        return organizations
                && bound.enabledSteps()
                        .filter(step -> step.provider().equals("organization"))
                        .anyMatch(step -> Boolean.parseBoolean(
                                step.settings().get(OrganizationAuthenticatorFactory.REQUIRES_USER_MEMBERSHIP)));
    }

    /** The sub-flows about which a step of this flow asks, and which are not in it, or not once in the copy. */
    List<String> missingSubFlows(Flow bound) {
        return bound.enabledSteps()
                .flatMap(step -> step.asksAbout().stream())
                .filter(asked -> count(bound, asked) != 1 || count(flow, ours(asked)) != 1)
                .distinct()
                .toList();
    }

    private static long count(Flow flow, String alias) {
        return flow.subFlows().filter(inner -> inner.alias().equals(alias)).count();
    }

    /** Beside the sign-in, not in it: only there do they run for people who are signed in already. */
    private static Flow withStages(Flow signIn) {
        List<FlowNode> nodes = new ArrayList<>();
        nodes.add(signIn.named("Atrium sign in", REQUIRED));
        RealmParts.STAGES.forEach(stage -> nodes.add(Step.of(stage, REQUIRED)));
        return Flow.of(ALIAS, "Sign in, then project and profile, then the patient, then scopes", REQUIRED, nodes);
    }

    private static Flow withoutOrganizations(Flow flow) {
        return flow.with(flow.nodes().stream()
                .filter(node -> !(node instanceof Flow inner && isAboutOrganizations(inner)))
                .map(node -> node instanceof Flow inner ? withoutOrganizations(inner) : node)
                .toList());
    }

    private static boolean isAboutOrganizations(Flow flow) {
        return flow.has("organization")
                && flow.enabledSteps().map(Step::provider).allMatch(ORGANIZATION_STEPS::contains);
    }

    private static Flow renamed(Flow flow) {
        List<FlowNode> nodes = flow.nodes().stream()
                .map(node -> node instanceof Flow inner ? renamed(inner) : renamed((Step) node))
                .toList();
        return flow.named(ours(flow.alias()), flow.requirement()).with(nodes);
    }

    private static FlowNode renamed(Step step) {
        return step.settingsName().isEmpty()
                ? step
                : new Step(step.provider(), step.requirement(), ours(step.settingsName()), step.settings())
                        .about(BrowserFlowCopy::ours);
    }

    private static String ours(String name) {
        return name.startsWith(PREFIX) ? name : PREFIX + name;
    }
}
