package dev.atrium.store.membership;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.FittingPolicies;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.ProfileSearch;
import dev.atrium.core.membership.ProfileType;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.store.jpa.Conditions;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a membership {@code m} must fulfil. */
final class MembershipConditions {
    /** Not LIKE, in which a searched % or _ would match anything; both sides are lowered by the same database. */
    private static final String HAS_TEXT =
            "locate(lower(:text), lower(m.label)) > 0 or locate(lower(:text), lower(m.profile)) > 0";

    private static final String PATIENT = ProfileType.PATIENT.resourceType() + "/%";

    private MembershipConditions() {}

    static Conditions of(MembershipFilter filter) {
        return Conditions.inRealm("m")
                .and("m.projectId = :project", "project", filter.project().map(ProjectId::value))
                .and("m.userId = :user", "user", filter.user().map(UserId::value))
                .and("m.profile = :profile", "profile", filter.profile().map(FhirProfile::reference))
                .and("m.active = :active", "active", filter.active());
    }

    static Conditions activeOf(UserId user, ProfileSearch search) {
        Conditions conditions =
                Conditions.inRealm("m").and("m.userId = :user and m.active = true", "user", Optional.of(user.value()));
        narrow(conditions, search);
        search.policies().ifPresent(policies -> narrow(conditions, policies));
        return conditions;
    }

    private static void narrow(Conditions conditions, ProfileSearch search) {
        if (search.text().isEmpty() || search.projects().isEmpty()) {
            conditions.and(HAS_TEXT, "text", search.text());
        } else {
            conditions.and(
                    HAS_TEXT + " or m.projectId in :projects",
                    Map.of("text", search.text().get(), "projects", ids(search.projects())));
        }
    }

    /** Which profiles are a patient, their reference tells. */
    private static void narrow(Conditions conditions, FittingPolicies fitting) {
        conditions.and(
                "m.profile like '" + PATIENT + "' and m.policyId in :ofPatients" + " or m.profile not like '" + PATIENT
                        + "' and m.policyId in :ofOthers",
                Map.of("ofPatients", policyIds(fitting.ofPatients()), "ofOthers", policyIds(fitting.ofOthers())));
    }

    private static Set<String> policyIds(Collection<AccessPolicyId> policies) {
        return policies.stream().map(AccessPolicyId::value).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> ids(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).collect(Collectors.toUnmodifiableSet());
    }
}
