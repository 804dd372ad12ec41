package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.LoginName;
import dev.atrium.core.login.LoginPattern;
import dev.atrium.core.login.LoginRule;
import dev.atrium.core.login.LoginRules;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The one answer to by which methods somebody may sign in: what binds the person or the domain is the most that is
 * allowed, and the client narrows it.
 */
public final class LoginPolicy {
    private static final List<LoginMethod> BY_DEFAULT = List.of(Own.PASSWORD, Own.PASSKEY);

    private final KeycloakSession session;
    private final LoginSettings settings;
    private final Narrowing narrowing;

    private LoginPolicy(KeycloakSession session, Optional<ClientModel> client) {
        this.session = session;
        this.settings = LoginSettings.of(session, client);
        this.narrowing = new Narrowing(
                new UsableMethods(session, settings.runnable()),
                client.map(ClientModel::getClientId),
                settings.tables().clients());
    }

    /** For the client in context, or for the realm where there is none. */
    public static LoginPolicy of(KeycloakSession session) {
        return of(session, Optional.ofNullable(session.getContext().getClient()));
    }

    /** For this client of the realm in context. */
    public static LoginPolicy of(KeycloakSession session, Optional<ClientModel> client) {
        return new LoginPolicy(session, client);
    }

    /** Whether a Domain step runs where people sign in to the client in context. */
    public static boolean hasDomainStep(KeycloakSession session) {
        return LoginFlow.of(session, Optional.ofNullable(session.getContext().getClient()))
                .isPresent();
    }

    /** For what was typed, before anybody is looked up: the same whether somebody has this name or nobody. */
    public AllowedMethods ofName(LoginName typed) {
        Optional<OrganizationRule> organization = organization(typed);
        return organization
                .map(found -> narrowing.of(
                        List.of(found.method()),
                        DecidedBy.of(Source.ORGANIZATION, found.pattern().text())))
                .or(() -> settings.tables()
                        .rules()
                        .of(typed)
                        .map(found -> narrowing.of(
                                found.methods(),
                                DecidedBy.of(Source.RULE, found.pattern().text()))))
                .orElseGet(() -> narrowing.of(byDefault(), DecidedBy.of(Source.DEFAULT, "")));
    }

    /** The row that decides for a name, with all that it names, whatever of it the client takes; none where an organization decides. */
    public Optional<LoginRule> row(LoginName typed) {
        return organization(typed).isPresent()
                ? Optional.empty()
                : settings.tables().rules().of(typed);
    }

    /** The organization that decides for a name. */
    private Optional<OrganizationRule> organization(LoginName typed) {
        Optional<LoginRule> rule = settings.tables().rules().of(typed);
        return rule.filter(LoginPolicy::isForThisDomain).isPresent()
                ? Optional.empty()
                : OrganizationRule.of(session, typed)
                        .filter(found -> rule.isEmpty()
                                || found.pattern().isMoreSpecificThan(rule.get().pattern()));
    }

    /**
     * For a person: by the provider that they are linked to, else by the address of their account, else by its user name.
     * An address counts before it is proved: also that of their organization's provider turns people away.
     */
    public AllowedMethods ofPerson(UserModel person) {
        Optional<LoginName> address = Optional.ofNullable(person.getEmail())
                .filter(email -> !email.isBlank())
                .map(LoginName::ofAddress);
        List<IdentityProviderModel> linked = HomeIdpBinding.of(session, person).linked();
        return linked.isEmpty()
                ? ofName(address.or(() -> LoginName.parse(person.getUsername()))
                        .orElseGet(() -> new LoginName(person.getUsername(), Optional.empty())))
                : ofLinks(linked, address);
    }

    private AllowedMethods ofLinks(List<IdentityProviderModel> linked, Optional<LoginName> address) {
        LinkRule link = new LinkRule(session, settings.tables().rules());
        List<LoginMethod> methods = linked.stream()
                .flatMap(provider -> link.methods(provider, address).stream())
                .distinct()
                .filter(method -> isOfAll(method, linked, address))
                .toList();
        return narrowing.of(methods, DecidedBy.of(Source.LINK, linked.get(0).getAlias()));
    }

    /** Who is linked to several has each of these providers, but beside them only what all of their domains allow. */
    private boolean isOfAll(LoginMethod method, List<IdentityProviderModel> linked, Optional<LoginName> address) {
        LinkRule link = new LinkRule(session, settings.tables().rules());
        return linked.stream().anyMatch(one -> new LoginMethod.Provider(one.getAlias()).equals(method))
                || linked.stream()
                        .allMatch(provider -> link.methods(provider, address).contains(method));
    }

    private static boolean isForThisDomain(LoginRule rule) {
        return rule.pattern().kind() == LoginPattern.Kind.DOMAIN;
    }

    /** Whether anybody might sign in by this method: the flow has a step for it, and the client takes it. */
    public boolean mayLeadTo(Own method) {
        return settings.runnable().contains(method) && narrowing.takes(method);
    }

    /**
     * Whether every name leads to the password, which a passkey may stand in for: no row, no organization with an identity
     * provider, and nothing about the client. Answered from what Keycloak keeps in memory.
     */
    public boolean isTheSameForAll() {
        return settings.tables().rules().equals(LoginRules.NONE)
                && settings.tables().clients().methods().isEmpty()
                && settings.runnable().contains(Own.PASSWORD)
                && !OrganizationRule.mayExist(session);
    }

    /** What those have of whom nothing is said. A flow with other steps than these has what it had before: the step that asks for the name, and then its own. */
    public List<LoginMethod> byDefault() {
        List<LoginMethod> runnable = BY_DEFAULT.stream()
                .filter(method -> settings.runnable().stream().anyMatch(method::equals))
                .toList();
        return runnable.isEmpty() ? List.of(Own.PASSWORD) : runnable;
    }
}
