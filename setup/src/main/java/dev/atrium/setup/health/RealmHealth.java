package dev.atrium.setup.health;

import dev.atrium.core.health.RealmSurvey;
import dev.atrium.core.health.RealmSurvey.LinkedProvider;
import dev.atrium.directory.login.LoginProblems;
import dev.atrium.directory.login.LoginTables;
import dev.atrium.setup.health.SecondFactors.Kind;
import dev.atrium.setup.realm.RealmParts;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Reads what the checks need to know of the realm in context, and asks them. */
public final class RealmHealth {
    private static final String PREFIX = "atrium.";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmSurvey survey;
    private final Flows flows;

    public RealmHealth(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.survey = session.getProvider(AtriumStoreProvider.class).survey(realm);
        this.flows = new Flows(realm, session.getKeycloakSessionFactory());
    }

    /** Errors first; in a realm that has nothing of Atrium's, that alone. */
    public List<Finding> findings() {
        List<String> policies = survey.policies();
        if (!isSetUp(policies)) {
            return List.of(notSetUp());
        }
        List<LinkedProvider> providers = survey.linkedProviders();
        Stream<Stream<Finding>> all = Stream.of(
                ServerState.ofThisServer().findings().stream(),
                organizations(),
                actions(providers),
                ofFlows(),
                rules(),
                providers.stream().flatMap(this::ofProvider),
                ProjectSettings.findings(survey.organizationAttributes(PREFIX)),
                pkce(),
                new Policies(policies, survey.policiesWithoutMembership(), survey.clientAttribute(Policies.ATTRIBUTE))
                        .findings(),
                members(),
                new MailServerCheck(realm.getSmtpConfig()).missing().stream());
        return all.flatMap(findings -> findings).sorted(Finding.GRAVEST_FIRST).toList();
    }

    /** The same of the mail server, which is asked: it may take three seconds to say nothing. */
    public Optional<Finding> mailServer(ExecutorService threads) {
        return new MailServerCheck(realm.getSmtpConfig()).unreachable(threads);
    }

    private boolean isSetUp(List<String> policies) {
        return !policies.isEmpty()
                || Stream.of(RealmParts.FIRST_ACTION, RealmParts.LAST_ACTION)
                        .map(realm::getRequiredActionProviderByAlias)
                        .anyMatch(action -> action != null && action.isEnabled())
                || signInFlows()
                        .anyMatch(flow ->
                                flow.all().anyMatch(step -> step.provider().startsWith("atrium-")));
    }

    private static Finding notSetUp() {
        return new Finding(
                FindingKind.NOT_SET_UP,
                "",
                "Nothing of Atrium's is set up in this realm.",
                "If people of this realm are to use it: kcadm.sh create atrium/setup -r <the realm>.");
    }

    private Stream<Finding> organizations() {
        return realm.isOrganizationsEnabled()
                ? Stream.empty()
                : Stream.of(new Finding(
                        FindingKind.ORGANIZATIONS_OFF,
                        "",
                        "The realm has organizations off: it has no projects, and nobody gets into one.",
                        "Under Realm settings > General, switch 'Organizations' on."));
    }

    private Stream<Finding> actions(List<LinkedProvider> providers) {
        List<String> enabled = realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .map(RequiredActionProviderModel::getAlias)
                .toList();
        boolean rules = !providers.isEmpty() || hasRules();
        return new RequiredActionCheck(enabled).findings(rules).stream();
    }

    /** Whether the tables of any Domain step have a row, or cannot be read. */
    private boolean hasRules() {
        return realm.getAuthenticatorConfigsStream()
                .map(AuthenticatorConfigModel::getConfig)
                .filter(Objects::nonNull)
                .map(LoginTables::parse)
                .anyMatch(tables -> !tables.equals(LoginTables.parse(Map.of())));
    }

    /** The flow of the realm, and others with a Domain step, which apps may have. */
    private Stream<Flow> signInFlows() {
        Stream<Flow> browser = Stream.ofNullable(realm.getBrowserFlow()).map(flows::of);
        return Stream.concat(browser, flows.topLevel().map(flows::of).filter(flow -> flow.has(RealmParts.DOMAIN_STEP)))
                .distinct();
    }

    private Stream<Finding> ofFlows() {
        List<Kind> enrolable =
                Stream.of(Kind.values()).filter(this::isEnrolable).toList();
        return signInFlows()
                .flatMap(flow -> Stream.of(
                                StagePlaces.finding(flow).stream(),
                                unknownStep(flow).stream(),
                                SecondFactors.findings(flow, enrolable).stream())
                        .flatMap(findings -> findings));
    }

    private boolean isEnrolable(Kind kind) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(kind.action());
        return action != null
                && action.isEnabled()
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(RequiredActionProvider.class, action.getProviderId())
                        != null;
    }

    private static Optional<Finding> unknownStep(Flow flow) {
        return flow.all()
                .filter(step -> !step.known())
                .findFirst()
                .map(step -> new Finding(
                        FindingKind.STEP_UNKNOWN,
                        flow.alias(),
                        "The step '%s' is none that this server has: a sign-in that comes to it ends with an error."
                                .formatted(step.provider()),
                        "Start the server with the jar that the step belongs to. Keycloak cannot open the flow without it: if it is gone for good, bind another flow under Authentication > Flows, and delete '%s'."
                                .formatted(flow.alias())));
    }

    private Stream<Finding> rules() {
        return flows.topLevel()
                .flatMap(flow -> LoginProblems.ofFlow(session, flow).stream().map(problem -> rule(flow, problem)));
    }

    private static Finding rule(AuthenticationFlowModel flow, String problem) {
        return new Finding(
                FindingKind.SIGN_IN_RULE,
                flow.getAlias(),
                problem,
                "Under Authentication > Flows > %s, correct the row in the settings of 'Atrium domain'."
                        .formatted(flow.getAlias()));
    }

    private Stream<Finding> ofProvider(LinkedProvider provider) {
        Optional<Flow> first = provider.firstLoginFlow()
                .flatMap(flows::byId)
                .or(() -> Optional.ofNullable(realm.getFirstBrokerLoginFlow()).map(flows::of));
        return new ProviderFlowCheck(
                        provider.alias(), first, provider.postLoginFlow().flatMap(flows::byId))
                .findings().stream();
    }

    private Stream<Finding> pkce() {
        List<String> apps = survey.smartApps();
        return apps.isEmpty()
                ? Stream.empty()
                : new Pkce(apps, survey.clientAttribute(Pkce.ATTRIBUTE), PkceRules.of(session, survey)).findings();
    }

    private Stream<Finding> members() {
        long without = survey.membersWithoutMembership();
        return without == 0
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                FindingKind.MEMBER_WITHOUT_POLICY,
                                "",
                                "%d members of organizations have no membership, and so no access policy, in theirs (of the first %d members): they read 'You have no active role here'."
                                        .formatted(without, RealmSurvey.SAMPLE),
                                "Add a membership for whoever is to work in the project (docs/admin-rest.md), or send an invitation (docs/invitations.md)."));
    }
}
