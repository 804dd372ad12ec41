package dev.atrium.authenticators.scopes;

import dev.atrium.authenticators.stage.LoginRequest;
import dev.atrium.authenticators.stage.Refusal;
import dev.atrium.core.consent.ConsentScreen;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.negotiation.GrantedClaims;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeKind;
import dev.atrium.core.scope.ScopeLevel;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientScopeModel;

/**
 * What of a request can be granted to a person as the profile they chose.
 *
 * @param launch what the app is launched with, if anything is known of it
 * @param asked what the app asked for
 * @param allowed what of it the profile may have
 * @param byDefault names of the client's default scopes, which Keycloak grants with every request
 * @param clientScopes the client scopes behind the request, by name
 */
record GrantableScopes(
        ActiveMembership membership,
        Optional<LaunchContext> launch,
        ScopeSet asked,
        ScopeSet allowed,
        Set<String> byDefault,
        Map<String, ClientScopeModel> clientScopes) {
    static GrantableScopes of(LoginRequest request, ActiveMembership active) {
        ScopeSet asked = request.scopes();
        return new GrantableScopes(
                active,
                request.launch(),
                asked,
                active.entitlement(request.launch()).allow(asked),
                Set.copyOf(
                        request.authSession().getClient().getClientScopes(true).keySet()),
                request.clientScopes());
    }

    /** Why nothing can be granted, if so. */
    Optional<Refusal> refusal() {
        return Refusal.of(membership.entitlement(launch).fit(asked, this::isFixed), membership);
    }

    /** Whether {@code patient/} scopes were taken off because there is no patient. */
    boolean lacksPatient() {
        boolean hasPatient = membership.entitlement(launch).patientInContext();
        return !hasPatient && asked.resourceScopes().stream().anyMatch(scope -> scope.level() == ScopeLevel.PATIENT);
    }

    /** What the person is asked for: all of it that Keycloak's consent screen would ask for, too. */
    ConsentScreen screen() {
        return ConsentScreen.of(allowed.plus(onScreenByDefault()), this::isAsked, this::isFixed);
    }

    /** The part of what is granted that the request named; Keycloak adds the default client scopes itself. */
    ScopeSet ofRequest(ScopeSet granted) {
        ScopeSet added = onScreenByDefault().without(scope -> asked.contains(scope.text()));
        return granted.without(scope -> added.contains(scope.text()));
    }

    boolean isOnConsentScreen(Scope scope) {
        ClientScopeModel clientScope = clientScopes.get(scope.text());
        return clientScope != null && clientScope.isDisplayOnConsentScreen();
    }

    /** Keycloak grants a default client scope whatever is ticked. */
    private boolean isFixed(Scope scope) {
        return byDefault.contains(scope.text());
    }

    private boolean isAsked(Scope scope) {
        return scope.concernsFhir() || scope.kind() == ScopeKind.REFRESH || isOnScreen(scope);
    }

    private boolean isOnScreen(Scope scope) {
        return isOnConsentScreen(scope) || scope.text().equals(GrantedClaims.PROJECT_SCOPE);
    }

    private ScopeSet onScreenByDefault() {
        return ScopeSet.of(byDefault.stream().sorted().map(Scope::parse).toList())
                .filter(scope -> !scope.concernsFhir() && isOnScreen(scope));
    }
}
