package dev.atrium.authenticators.stage;

import dev.atrium.core.fhir.PatientSource;
import dev.atrium.core.launch.LaunchContext;
import dev.atrium.core.membership.Entitlement;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.core.membership.FittingPolicies;
import dev.atrium.core.membership.ProfileFit;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.scope.Scope;
import dev.atrium.core.scope.ScopeSet;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.EhrLaunchNote;
import dev.atrium.directory.membership.ActiveMembership;
import java.util.EnumSet;
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
    private final boolean findsPatient;
    private final Optional<LaunchContext> launch;
    private final Optional<EhrLaunch> ehrLaunch;
    private final Optional<FhirBaseUrl> server;
    private final Map<Entitlement, ProfileFit> known = new HashMap<>();

    /**
     * For one request.
     *
     * @param findsPatient whether a patient who is not known yet will be found, where the profile allows it
     */
    public RequestFit(LoginRequest request, boolean findsPatient) {
        this.findsPatient = findsPatient;
        this.asked = request.scopes();
        this.launch = request.launch();
        this.ehrLaunch = EhrLaunchNote.NOTE.in(request.authSession());
        this.server = request.server();
        this.byDefault = Set.copyOf(
                request.authSession().getClient().getClientScopes(true).keySet());
    }

    public ProfileFit of(ActiveMembership active) {
        if (!isAtTheServer(active)) {
            return ProfileFit.OTHER_SERVER;
        }
        return launch.filter(active.membership().profile()::isKeptFrom).isPresent()
                ? ProfileFit.OTHER_PATIENT
                : of(withPatient(
                        active.entitlement(launch),
                        active.membership().profile().type()));
    }

    private boolean isAtTheServer(ActiveMembership active) {
        return ehrLaunch
                        .map(launched ->
                                launched.projects().contains(active.membership().project()))
                        .orElse(true)
                && server.map(wanted -> active.project()
                                .fhirBaseUrl()
                                .filter(wanted::isSameAs)
                                .isPresent())
                        .orElse(true);
    }

    /** Those of the policies that would do in a project that has a FHIR server. */
    public FittingPolicies among(List<AccessPolicy> policies) {
        return new FittingPolicies(
                fitting(policies, Set.of(ProfileType.PATIENT)),
                fitting(policies, EnumSet.complementOf(EnumSet.of(ProfileType.PATIENT))));
    }

    private Set<AccessPolicyId> fitting(List<AccessPolicy> policies, Set<ProfileType> types) {
        return policies.stream()
                .filter(policy -> types.stream().anyMatch(type -> of(entitlement(policy, type)) == ProfileFit.FITS))
                .map(AccessPolicy::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Entitlement entitlement(AccessPolicy policy, ProfileType type) {
        boolean patient = type == ProfileType.PATIENT
                || launch.flatMap(LaunchContext::patient).isPresent();
        return withPatient(new Entitlement(policy.ceiling(), patient, true, launch), type);
    }

    /** As it will be when the patient is found. */
    private Entitlement withPatient(Entitlement now, ProfileType type) {
        PatientSource source = PatientSource.of(type, now.ceiling(), now.fhirServer());
        boolean found = findsPatient && (source == PatientSource.PICKED || source == PatientSource.RELATED);
        return new Entitlement(now.ceiling(), now.patientInContext() || found, now.fhirServer(), now.launch());
    }

    private ProfileFit of(Entitlement entitlement) {
        return known.computeIfAbsent(entitlement, each -> each.fit(asked, this::isByDefault));
    }

    private boolean isByDefault(Scope scope) {
        return byDefault.contains(scope.text());
    }
}
