package dev.atrium.setup.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.policy.AccessPolicyStore;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.core.store.Outcome;
import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Print;
import dev.atrium.setup.change.Resource;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.utils.KeycloakModelUtils;

/** An access policy to begin with for each kind of profile: they read, and change nothing. */
public final class StarterPolicies implements Part {
    private final AccessPolicyStore store;

    public StarterPolicies(AccessPolicyStore store) {
        this.store = store;
    }

    /** An access policy as the file has it. */
    record Starter(String name, String description, List<String> scopes) {
        String text() {
            return "the access policy '" + name + "' (" + String.join(" ", scopes) + ")";
        }
    }

    static List<Starter> all() {
        return Resource.read(StarterPolicies.class, "policies.json", new TypeReference<>() {});
    }

    /** The name of the one for a kind of profile; none for a Person, who may be anybody. */
    public static Optional<String> of(ProfileType type) {
        return switch (type) {
            case PRACTITIONER, PRACTITIONER_ROLE -> Optional.of("practitioner");
            case PATIENT -> Optional.of("patient");
            case RELATED_PERSON -> Optional.of("related-person");
            case PERSON -> Optional.empty();
        };
    }

    /** Whether a setup adds one of this name where there is none. */
    public static boolean has(String name) {
        return all().stream().anyMatch(starter -> starter.name().equals(name));
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.POLICY);
    }

    @Override
    public void plan(Draft draft) {
        all().stream()
                .filter(starter -> store.findByName(starter.name()).isEmpty())
                .forEach(starter -> draft.change(
                        Kind.POLICY, starter.name(), new Change(Verb.ADD, starter.text(), () -> add(starter))));
    }

    private Entry add(Starter starter) {
        AccessPolicy policy = new AccessPolicy(
                new AccessPolicyId(KeycloakModelUtils.generateId()),
                starter.name(),
                starter.description(),
                ScopeSet.parse(String.join(" ", starter.scopes())));
        if (store.create(policy) != Outcome.DONE) {
            throw new IllegalStateException("the name was free: " + starter.name());
        }
        return Entry.made(Kind.POLICY, policy.name(), policy.id().value(), print(policy));
    }

    @Override
    public Undone undo(Entry entry) {
        Optional<AccessPolicy> found = store.find(new AccessPolicyId(entry.id()));
        String what = "the access policy '" + entry.name() + "'";
        if (found.isEmpty()) {
            return Undone.done("Somebody has removed " + what + " already.");
        }
        if (!print(found.get()).equals(entry.print())) {
            return Undone.left("Left " + what + ": somebody has changed it. Delete it if nobody needs it.");
        }
        return store.delete(found.get().id()) == Outcome.IN_USE
                ? Undone.left(
                        "Left " + what + ": memberships or invitations use it. Give them another one, and undo again.")
                : Undone.done("Removed " + what + ".");
    }

    private static String print(AccessPolicy policy) {
        return Print.of(List.of(
                policy.name(),
                policy.description(),
                policy.ceiling().scopes().stream().map(scope -> scope.text()).toList()));
    }
}
