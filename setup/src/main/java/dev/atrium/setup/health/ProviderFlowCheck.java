package dev.atrium.setup.health;

import dev.atrium.setup.realm.RealmParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether an organization's identity provider has the flows that Atrium needs. */
record ProviderFlowCheck(String alias, Optional<Flow> first, Optional<Flow> post) {
    List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        firstCause()
                .map(cause -> finding(
                        FindingKind.FIRST_BROKER_FLOW, cause, "First login flow override", "Atrium first broker login"))
                .ifPresent(found::add);
        postCause()
                .map(cause -> finding(FindingKind.POST_BROKER_FLOW, cause, "Post login flow", "Atrium post broker"))
                .ifPresent(found::add);
        return found;
    }

    private Finding finding(FindingKind kind, String cause, String setting, String flow) {
        return new Finding(
                kind,
                alias,
                cause,
                "Under Identity providers > %s > Advanced settings, set '%s' to a flow such as '%s'."
                        .formatted(alias, setting, flow));
    }

    private Optional<String> firstCause() {
        if (first.isEmpty()) {
            return Optional.of("The identity provider has no first login flow.");
        }
        Flow flow = first.get();
        if (!flow.has(RealmParts.LINK_STEP)) {
            return Optional.of(
                    "The first login flow '%s' has no step 'Atrium link by verified e-mail': who has an account already does not get it without a question."
                            .formatted(flow.alias()));
        }
        return flow.has(RealmParts.EXISTING_ACCOUNT_STEP)
                ? Optional.empty()
                : Optional.of(
                        "The first login flow '%s' has no step 'Username Password Form for identity provider reauthentication': an account that has a membership, or an address that was never verified, cannot be linked."
                                .formatted(flow.alias()));
    }

    private Optional<String> postCause() {
        if (post.isEmpty()) {
            return Optional.of(
                    "The identity provider has no post login flow: project, patient and scopes are asked for by the required action alone, after all others.");
        }
        return StagePlaces.areIn(post.get())
                ? Optional.empty()
                : Optional.of(
                        "The post login flow '%s' does not run 'Atrium profile', 'Atrium patient' and 'Atrium scopes' in this order, each REQUIRED."
                                .formatted(post.get().alias()));
    }
}
