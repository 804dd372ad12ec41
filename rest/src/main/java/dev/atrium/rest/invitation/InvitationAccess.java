package dev.atrium.rest.invitation;

import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.invitation.InvitationId;
import dev.atrium.core.invitation.InvitationState;
import dev.atrium.core.invitation.InvitationStore;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.invitations.service.InvitationDelivery;
import dev.atrium.invitations.service.InvitationResult;
import dev.atrium.invitations.service.InvitationResult.Reason;
import dev.atrium.invitations.service.Invitations;
import dev.atrium.rest.membership.MembershipRights;
import dev.atrium.rest.membership.ReferenceLookup;
import dev.atrium.rest.request.AdminRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ModelDuplicateException;

/** The invitations of a realm as far as this administrator may see and change them; changes are recorded. */
final class InvitationAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_INVITATION";

    private final AdminRequest request;
    private final InvitationStore store;
    private final Invitations invitations;
    private final MembershipRights rights;
    private final ReferenceLookup directory;
    private final InvitationLinks links;
    private final InvitationWriter writer;

    InvitationAccess(AdminRequest request) {
        this.request = request;
        store = request.store().invitations(request.realm());
        invitations = new Invitations(request.session());
        rights = new MembershipRights(request.auth());
        directory = new ReferenceLookup(request.session(), request.realm());
        links = new InvitationLinks(request, directory);
        writer = new InvitationWriter(request, directory);
    }

    void requireAny() {
        rights.requireAny();
    }

    InvitationFilter filter(QueryParameters query) {
        rights.requireView(Optional.empty());
        return new InvitationSearch(directory).filter(query, request.clock().instant());
    }

    List<InvitationRepresentation> list(InvitationFilter filter, Page page) {
        return store.list(filter, page).stream().map(this::represent).toList();
    }

    /** Whether a list may begin after this id. */
    boolean exists(String id) {
        return find(id).isPresent();
    }

    /** How many a list says that there are. */
    long countForList(InvitationFilter filter) {
        return store.count(filter, request.countAtMost());
    }

    long count(InvitationFilter filter) {
        return store.count(filter);
    }

    Invitation view(String id) {
        rights.requireAny();
        rights.requireView(Optional.empty());
        return find(id).orElseThrow(InvitationAccess::notFound);
    }

    Invitation manage(String id) {
        rights.requireAny();
        Optional<Invitation> found = find(id);
        found.ifPresentOrElse(
                invitation -> links.requireManage(invitation.email()),
                () -> rights.requireManageUser(Optional.empty()));
        rights.requireManageProject(found.flatMap(
                invitation -> directory.project(invitation.offered().project())));
        return found.orElseThrow(InvitationAccess::notFound);
    }

    InvitationRepresentation invite(InvitationInput input) {
        InvitationDelivery sending = new InvitationDelivery(
                links.inviter(input), input.letter().lasts(), input.letter().sendEmail());
        return done(
                attempt(() ->
                        invitations.invite(input.email(), links.offered(input), links.letter(input.letter()), sending)),
                OperationType.CREATE,
                sending);
    }

    InvitationRepresentation resend(Invitation invitation, InvitationInput.Letter letter) {
        InvitationDelivery sending = new InvitationDelivery(invitation.invitedBy(), letter.lasts(), letter.sendEmail());
        return done(
                attempt(() -> invitations.resend(invitation.id(), links.letter(letter, invitation.letter()), sending)),
                OperationType.ACTION,
                sending);
    }

    InvitationRepresentation revoke(Invitation invitation) {
        if (!invitations.revoke(invitation.id())) {
            throw new Refused(Problem.invitationEnded());
        }
        InvitationRepresentation revoked =
                represent(store.find(invitation.id()).orElseThrow(InvitationAccess::notFound));
        record(OperationType.ACTION, invitation.id());
        request.events().representation(revoked).success();
        return revoked;
    }

    /** One that is still pending is revoked first, so that whoever listens hears of it. */
    void delete(Invitation invitation) {
        if (invitation.state() == InvitationState.PENDING) {
            invitations.revoke(invitation.id());
        }
        if (store.delete(invitation.id()) == Outcome.NOT_FOUND) {
            throw notFound();
        }
        record(OperationType.DELETE, invitation.id());
        request.events().success();
    }

    InvitationRepresentation represent(Invitation invitation) {
        return writer.write(invitation, Optional.empty());
    }

    private InvitationResult attempt(Supplier<InvitationResult> work) {
        try {
            return work.get();
        } catch (ModelDuplicateException lost) {
            return new InvitationResult.Refused(Reason.ALREADY_INVITED);
        }
    }

    private InvitationRepresentation done(
            InvitationResult result, OperationType operation, InvitationDelivery sending) {
        InvitationResult.Sent sent = result.match(done -> done, reason -> {
            throw new Refused(problem(reason));
        });
        record(operation, sent.invitation().id());
        request.events().representation(represent(sent.invitation())).success();
        return writer.write(sent.invitation(), sending.byMail() ? Optional.empty() : Optional.of(sent.link()));
    }

    private static Problem problem(Reason reason) {
        return switch (reason) {
            case ALREADY_MEMBER -> Problem.membershipExists();
            case ALREADY_INVITED -> Problem.alreadyInvited();
            case ENDED -> Problem.invitationEnded();
            case NO_SUCH_POLICY ->
                Problem.invalidField("policy", "There is none with this name or id in this realm any more.");
        };
    }

    private void record(OperationType operation, InvitationId id) {
        request.events().operation(operation).resource(RESOURCE_TYPE).resourcePath("atrium", "invitations", id.value());
    }

    private Optional<Invitation> find(String id) {
        return InvitationId.parse(id).flatMap(store::find);
    }

    private static Refused notFound() {
        return new Refused(Problem.notFound("There is no invitation with this id in this realm."));
    }
}
