package dev.atrium.authenticators.stage;

import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.Entitlement;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.FittingPolicies;
import dev.atrium.core.membership.ProfileFit;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunchNote;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which profiles are of use to a request. Policies are few: what one allows is found out once. */
public final class RequestFit {
    private final ScopeSet asked;
    private final Set<String> byDefault;
    private final Optional<FhirBaseUrl> server;
    private final Optional<LaunchContext> launch;
    private final Optional<EhrLaunch> ehrLaunch;
    private final Map<Entitlement, ProfileFit> known = new HashMap<>();

    public RequestFit(LoginRequest request) {
        this.asked = request.scopes();
        this.server = request.server();
        this.launch = request.launch();
        this.ehrLaunch = EhrLaunchNote.NOTE.in(request.authSession());
        this.byDefault = Set.copyOf(
                request.authSession().getClient().getClientScopes(true).keySet());
    }

    public ProfileFit of(ActiveMembership active) {
        if (!isAtTheServer(active) || !isAtTheEhr(active)) {
            return ProfileFit.OTHER_SERVER;
        }
        return launch.filter(active.membership().profile()::isKeptFrom).isPresent()
                ? ProfileFit.OTHER_PATIENT
                : of(active.entitlement(launch));
    }

    private boolean isAtTheServer(ActiveMembership active) {
        return server.isEmpty()
                || active.project().fhirBaseUrl().filter(server.get()::isSameAs).isPresent();
    }

    private boolean isAtTheEhr(ActiveMembership active) {
        return ehrLaunch.isEmpty()
                || ehrLaunch.get().projects().contains(active.membership().project());
    }

    /** Those of the policies that would do in a project that has a FHIR server. */
    public FittingPolicies among(List<AccessPolicy> policies) {
        return new FittingPolicies(fitting(policies, true), fitting(policies, false));
    }

    private Set<AccessPolicyId> fitting(List<AccessPolicy> policies, boolean patient) {
        return policies.stream()
                .filter(policy ->
                        of(new Entitlement(policy.ceiling(), patient || hasPatient(), true, launch)) == ProfileFit.FITS)
                .map(AccessPolicy::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean hasPatient() {
        return launch.flatMap(LaunchContext::patient).isPresent();
    }

    private ProfileFit of(Entitlement entitlement) {
        return known.computeIfAbsent(entitlement, each -> each.fit(asked, this::isByDefault));
    }

    private boolean isByDefault(Scope scope) {
        return byDefault.contains(scope.text());
    }
}
