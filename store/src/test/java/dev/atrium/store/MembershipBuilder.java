package dev.atrium.store;

import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes memberships; what is not said is Anna, active, as Practitioner/1 in the hospital. */
final class MembershipBuilder {
    private final AccessPolicy policy;
    private MembershipId id = new MembershipId(UUID.randomUUID().toString());
    private ProjectId project = StoreContract.HOSPITAL;
    private UserId user = StoreContract.ANNA;
    private String profile = "Practitioner/1";
    private Optional<String> label = Optional.empty();
    private boolean admin = true;
    private boolean active = true;
    private Optional<String> externalId = Optional.empty();
    private Optional<UserId> invitedBy = Optional.empty();
    private Instant created = StoreContract.NOON;
    private Optional<Instant> lastUsed = Optional.empty();

    private MembershipBuilder(AccessPolicy policy) {
        this.policy = policy;
    }

    static MembershipBuilder with(AccessPolicy policy) {
        return new MembershipBuilder(policy);
    }

    /** The same again, id included. */
    static MembershipBuilder like(Membership other) {
        MembershipBuilder builder = new MembershipBuilder(other.policy());
        builder.id = other.id();
        builder.project = other.project();
        builder.user = other.user();
        builder.profile = other.profile().reference();
        builder.label = other.label();
        builder.admin = other.admin();
        builder.active = other.active();
        builder.externalId = other.externalId();
        builder.invitedBy = other.invitedBy();
        builder.created = other.created();
        builder.lastUsed = other.lastUsed();
        return builder;
    }

    MembershipBuilder id(String uuid) {
        id = new MembershipId(uuid);
        return this;
    }

    MembershipBuilder in(ProjectId there) {
        project = there;
        return this;
    }

    MembershipBuilder of(UserId person) {
        user = person;
        return this;
    }

    MembershipBuilder as(String reference) {
        profile = reference;
        return this;
    }

    MembershipBuilder label(String text) {
        label = Optional.of(text);
        return this;
    }

    MembershipBuilder noAdministrator() {
        admin = false;
        return this;
    }

    MembershipBuilder inactive() {
        active = false;
        return this;
    }

    MembershipBuilder externalId(String text) {
        externalId = Optional.of(text);
        return this;
    }

    MembershipBuilder invitedBy(UserId person) {
        invitedBy = Optional.of(person);
        return this;
    }

    MembershipBuilder created(Instant when) {
        created = when;
        return this;
    }

    MembershipBuilder lastUsed(Instant when) {
        lastUsed = Optional.of(when);
        return this;
    }

    Membership build() {
        FhirProfile fhir = FhirProfile.parse(profile).orElseThrow();
        MembershipTerms terms = new MembershipTerms(fhir, label, policy, admin, externalId);
        return new Membership(id, project, user, terms, active, new MembershipHistory(invitedBy, created, lastUsed));
    }
}
