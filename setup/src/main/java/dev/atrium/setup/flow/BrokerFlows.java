package dev.atrium.setup.flow;

import static org.keycloak.models.AuthenticationExecutionModel.Requirement.ALTERNATIVE;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.CONDITIONAL;
import static org.keycloak.models.AuthenticationExecutionModel.Requirement.REQUIRED;

import dev.atrium.setup.change.Change;
import dev.atrium.setup.change.Draft;
import dev.atrium.setup.change.Entry;
import dev.atrium.setup.change.Kind;
import dev.atrium.setup.change.Part;
import dev.atrium.setup.change.Undone;
import dev.atrium.setup.change.Verb;
import dev.atrium.setup.flow.FlowNode.Flow;
import dev.atrium.setup.flow.FlowNode.Step;
import dev.atrium.setup.realm.RealmParts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The flows of identity providers: one for the first sign-in, and one after each sign-in. */
public final class BrokerFlows implements Part {
    static final String FIRST = "Atrium first broker login";
    static final String POST = "Atrium post broker";

    /** Each kind that people can set up, as far as the server has it. */
    private static final List<String> SECOND_FACTORS =
            List.of("auth-otp-form", "webauthn-authenticator", "auth-recovery-authn-code-form");

    private final RealmModel realm;
    private final RealmFlows flows;
    private final KnownSteps known;

    public BrokerFlows(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.flows = new RealmFlows(realm);
        this.known = new KnownSteps(session, realm);
    }

    /** None of its own: a flow is taken back as {@link BrowserFlow}'s is. */
    @Override
    public Set<Kind> kinds() {
        return Set.of();
    }

    @Override
    public void plan(Draft draft) {
        plan(firstLogin(), "for the first sign-in with an identity provider", draft);
        plan(postLogin(), "for the steps after each sign-in with an identity provider", draft);
    }

    @Override
    public Undone undo(Entry entry) {
        throw new IllegalArgumentException(entry.name());
    }

    private void plan(Flow flow, String purpose, Draft draft) {
        if (realm.getFlowByAlias(flow.alias()) == null) {
            String what = "the flow '" + flow.alias() + "', " + purpose;
            draft.change(Kind.FLOW, flow.alias(), new Change(Verb.ADD, what, () -> made(flow)));
        }
    }

    private Entry made(Flow flow) {
        AuthenticationFlowModel written = flows.write(flow);
        return Entry.made(Kind.FLOW, written.getAlias(), written.getId(), flows.print(written));
    }

    private Flow firstLogin() {
        Step unique = new Step(
                "idp-create-user-if-unique",
                ALTERNATIVE,
                "Atrium create unique user",
                Map.of("require.password.update.after.registration", "false"));
        return Flow.of(
                FIRST,
                "Links a brokered user by verified e-mail without asking, or creates the user",
                REQUIRED,
                List.of(Step.of(RealmParts.LINK_STEP, ALTERNATIVE), unique, existingAccount()));
    }

    private Flow existingAccount() {
        Stream<FlowNode> factors =
                SECOND_FACTORS.stream().filter(known::has).map(factor -> Step.of(factor, ALTERNATIVE));
        Flow second = Flow.of(
                "Atrium existing account second factor",
                "A second factor if the user has set one up",
                CONDITIONAL,
                Stream.concat(Stream.of(Step.of("conditional-user-configured", REQUIRED)), factors)
                        .toList());
        return Flow.of(
                "Atrium existing account",
                "Asks for the credentials of an account that may not be linked without",
                ALTERNATIVE,
                List.of(Step.of(RealmParts.EXISTING_ACCOUNT_STEP, REQUIRED), second));
    }

    private static Flow postLogin() {
        return Flow.of(
                POST,
                "The stages after a brokered sign-in, which does not return to the browser flow",
                REQUIRED,
                RealmParts.STAGES.stream()
                        .<FlowNode>map(stage -> Step.of(stage, REQUIRED))
                        .toList());
    }
}
