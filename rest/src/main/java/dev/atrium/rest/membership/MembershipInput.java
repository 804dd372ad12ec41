package dev.atrium.rest.membership;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.account.UserId;
import dev.atrium.core.membership.FhirProfile;
import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipHistory;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.membership.MembershipTerms;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import dev.atrium.http.request.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A membership as a request writes it: what is right in itself, not yet compared with what there is.
 *
 * @param sendEmail whether the person may be told of this by mail; no part of the membership
 */
record MembershipInput(
        Optional<String> id,
        Reference project,
        Reference user,
        Optional<FhirProfile> profile,
        Optional<String> label,
        Reference policy,
        Optional<Boolean> admin,
        Optional<Boolean> active,
        Optional<String> externalId,
        Optional<String> invitedBy,
        Optional<Instant> created,
        Optional<Instant> lastUsed,
        Optional<Boolean> sendEmail) {
    private static final int LONGEST = 255;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "project",
            "projectId",
            "user",
            "userId",
            "profile",
            "label",
            "policy",
            "policyId",
            "admin",
            "active",
            "externalId",
            "invitedBy",
            "created",
            "lastUsed",
            "sendEmail");

    /** What the person, the project, the policy and the inviter turned out to be. */
    record Links(ProjectId project, UserId user, AccessPolicy policy, Optional<UserId> invitedBy) {}

    static MembershipInput read(ObjectNode json) {
        Fields fields = new Fields(json, KNOWN);
        return new MembershipInput(
                fields.line("id", LONGEST),
                Reference.read(fields, "project"),
                Reference.read(fields, "user"),
                fields.line("profile", LONGEST).map(MembershipInput::profile),
                fields.line("label", LONGEST),
                Reference.read(fields, "policy"),
                fields.flag("admin"),
                fields.flag("active"),
                fields.line("externalId", LONGEST),
                fields.line("invitedBy", LONGEST),
                fields.instant("created"),
                fields.instant("lastUsed"),
                fields.flag("sendEmail"));
    }

    static FhirProfile profile(String reference) {
        return FhirProfile.parse(reference)
                .orElseThrow(() -> Refused.field(
                        "profile",
                        "Must be a reference such as Practitioner/123 to a Practitioner, PractitionerRole, Patient,"
                                + " RelatedPerson or Person."));
    }

    /** Refuses what cannot be the start of a membership. */
    void requireNew() {
        requireStored("id", id, Optional.empty());
        requireStored("created", created, Optional.empty());
        requireStored("lastUsed", lastUsed, Optional.empty());
        require("project", !project.isEmpty());
        require("user", !user.isEmpty());
        require("profile", profile.isPresent());
        require("policy", !policy.isEmpty());
    }

    /** Refuses what is no whole new version of a stored membership: what may be done there is never guessed. */
    void requireVersionOf(Membership stored) {
        requireStored("id", id, Optional.of(stored.id().value()));
        requireStored("created", created, Optional.of(stored.created()));
        requireStored("lastUsed", lastUsed, stored.lastUsed());
        require("profile", profile.isPresent());
        require("policy", !policy.isEmpty());
        require("admin", admin.isPresent());
        require("active", active.isPresent());
    }

    Membership create(MembershipId newId, Links links, Instant now) {
        return new Membership(
                newId,
                links.project(),
                links.user(),
                terms(links.policy()),
                active.orElse(true),
                MembershipHistory.begins(now, links.invitedBy()));
    }

    Membership change(Membership stored, AccessPolicy newPolicy, Optional<UserId> newInviter) {
        return stored.with(terms(newPolicy))
                .switched(active.orElseThrow())
                .with(stored.history().by(newInviter));
    }

    private MembershipTerms terms(AccessPolicy named) {
        return new MembershipTerms(profile.orElseThrow(), label, named, admin.orElse(false), externalId);
    }

    private static void require(String field, boolean given) {
        if (!given) {
            throw Fields.missing(field);
        }
    }

    private static <T> void requireStored(String field, Optional<T> given, Optional<T> stored) {
        if (given.isPresent() && !given.equals(stored)) {
            throw Refused.field(field, "Is set by the server; omit it, or send it unchanged.");
        }
    }
}
