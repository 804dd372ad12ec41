package dev.atrium.setup.flow;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.realm.RealmParts;
import java.util.List;
import java.util.Set;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The flow in which people sign in: a copy of the one that is bound, with Atrium's steps, bound in its place. */
public final class BrowserFlow implements Part {
    private static final String BINDING = "browser";
    private static final int MOST_NAMED = 10;

    private final RealmModel realm;
    private final RealmFlows flows;
    private final KnownSteps known;
    private final FlowRemoval removal;
    private final boolean asked;

    /** @param asked false to leave the flow that is bound */
    public BrowserFlow(KeycloakSession session, RealmModel realm, boolean asked) {
        this.asked = asked;
        this.realm = realm;
        this.flows = new RealmFlows(realm);
        this.known = new KnownSteps(session, realm);
        this.removal = new FlowRemoval(session, realm);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.BROWSER_FLOW, Kind.FLOW);
    }

    /** Nothing where the flow that is bound has Atrium's steps already. */
    @Override
    public void plan(Draft draft) {
        if (asked) {
            planCopy(draft);
        }
    }

    private void planCopy(Draft draft) {
        AuthenticationFlowModel bound = realm.getBrowserFlow();
        Flow flow = flows.read(bound);
        if (flow.has(RealmParts.DOMAIN_STEP) || RealmParts.STAGES.stream().anyMatch(flow::has)) {
            RealmParts.STAGES.stream()
                    .filter(stage -> !flow.has(stage))
                    .forEach(stage -> draft.remark("The browser flow '" + bound.getAlias()
                            + "' has some of Atrium's steps, but not " + stage + ": add it, or bind another flow and"
                            + " set the realm up again."));
            return;
        }
        if (draft.record().has(Kind.BROWSER_FLOW, BINDING)) {
            draft.remark("Left as it is: the browser flow '" + bound.getAlias() + "', which somebody has bound since.");
            return;
        }
        List<String> problems = known.problems(bound);
        problems.forEach(draft::obstacle);
        if (problems.isEmpty()) {
            copy(bound, flow, draft);
        }
    }

    private void copy(AuthenticationFlowModel bound, Flow flow, Draft draft) {
        boolean passkeys = known.passkeys();
        BrowserFlowCopy copy = BrowserFlowCopy.of(flow, passkeys, realm.isOrganizationsEnabled());
        copy.missingSubFlows(flow)
                .forEach(asked -> draft.obstacle("The flow '" + bound.getAlias()
                        + "' has a Condition - sub-flow executed that asks about '" + asked
                        + "', which is no sub-flow of it, or would not be one of the copy: rename that sub-flow, or take the"
                        + " condition out."));
        String alias = flows.freeAlias(BrowserFlowCopy.ALIAS);
        draft.change(Kind.BROWSER_FLOW, BINDING, new Change(Verb.ADD, text(alias, bound, copy), () -> made(copy)));
        draft.change(
                Kind.BROWSER_FLOW,
                BINDING,
                new Change(
                        Verb.BIND,
                        "the flow '" + alias + "' as browser flow, in the place of '" + bound.getAlias() + "'",
                        () -> bind(alias, bound)));
        if (BrowserFlowCopy.asksForMembers(flow, realm.isOrganizationsEnabled())) {
            remarkMembers(bound, draft);
        } else {
            remark(bound, copy, passkeys, draft);
        }
        clientsOfTheirOwn()
                .forEach(client ->
                        draft.remark("The client '" + client + "' has a browser flow of its own, and keeps it."));
    }

    private static String text(String alias, AuthenticationFlowModel bound, BrowserFlowCopy copy) {
        String signIn = copy.asksByDomain()
                ? "with Atrium's pages for name and password in the place of Keycloak's"
                : "in which people sign in as they do now";
        return "the flow '" + alias + "', a copy of '" + bound.getAlias() + "' " + signIn
                + ", followed by the steps for profile, patient and scopes";
    }

    private static void remarkMembers(AuthenticationFlowModel bound, Draft draft) {
        draft.remark("The flow '" + bound.getAlias()
                + "' lets in members of organizations alone (Requires user membership), and so it stays as it is: the"
                + " e-mail address does not decide how people sign in. To have it decide, switch that off, and set the"
                + " realm up again.");
    }

    private static void remark(AuthenticationFlowModel bound, BrowserFlowCopy copy, boolean passkeys, Draft draft) {
        if (!copy.asksByDomain()) {
            draft.remark("The flow '" + bound.getAlias()
                    + "' asks for name and password in a way of its own, which stays as it"
                    + " is: the e-mail address does not decide how people sign in. To have it decide, build the flow by"
                    + " hand (docs/setup-by-hand.md).");
        } else if (!passkeys) {
            draft.remark("Passkeys are off in this realm, and so in the new flow. To have them there, switch on Enable"
                    + " Passkeys in the WebAuthn Passwordless Policy first.");
        }
    }

    private List<String> clientsOfTheirOwn() {
        return realm.getClientsStream()
                .filter(client -> client.getAuthenticationFlowBindingOverride("browser") != null)
                .map(ClientModel::getClientId)
                .limit(MOST_NAMED)
                .toList();
    }

    private Entry made(BrowserFlowCopy copy) {
        AuthenticationFlowModel written = flows.write(copy.flow());
        return Entry.made(Kind.FLOW, written.getAlias(), written.getId(), flows.print(written));
    }

    private Entry bind(String alias, AuthenticationFlowModel before) {
        AuthenticationFlowModel ours = realm.getFlowByAlias(alias);
        realm.setBrowserFlow(ours);
        return new Entry(Kind.BROWSER_FLOW, BINDING, ours.getId(), before.getId(), "");
    }

    @Override
    public Undone undo(Entry entry) {
        return entry.kind() == Kind.FLOW ? removal.undo(entry) : unbind(entry);
    }

    private Undone unbind(Entry entry) {
        AuthenticationFlowModel before = realm.getAuthenticationFlowById(entry.before());
        if (!realm.getBrowserFlow().getId().equals(entry.id())) {
            return Undone.done(
                    "The browser flow '" + realm.getBrowserFlow().getAlias() + "' stays: somebody has bound it since.");
        }
        if (before == null) {
            return Undone.left(
                    "The browser flow stays as it is: the one that was bound before is gone. Bind another one,"
                            + " and undo again.");
        }
        realm.setBrowserFlow(before);
        return Undone.done("Bound the browser flow '" + before.getAlias() + "' again.");
    }
}
