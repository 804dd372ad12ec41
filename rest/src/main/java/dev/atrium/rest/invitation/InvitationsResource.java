package dev.atrium.rest.invitation;

import dev.atrium.core.invitation.Invitation;
import dev.atrium.core.invitation.InvitationFilter;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;

/** {@code atrium/invitations}: the invitations of a realm. */
public final class InvitationsResource {
    private static final Set<String> FILTERS = Set.of("project", "email", "state");
    private static final Set<String> PAGED_FILTERS = Set.of("first", "max", "after", "project", "email", "state");

    private final AdminRequest request;

    public InvitationsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return answer(invitations -> {
            invitations.requireAny();
            QueryParameters query = request.query(PAGED_FILTERS);
            InvitationFilter filter = invitations.filter(query);
            Page page = query.page(invitations::exists);
            return request.page(invitations.list(filter, page), invitations.countForList(filter));
        });
    }

    @GET
    @Path("count")
    public Response count() {
        return answer(invitations -> {
            invitations.requireAny();
            return Answer.json(invitations.count(invitations.filter(request.query(FILTERS))));
        });
    }

    @POST
    public Response invite(InputStream body) {
        return answer(invitations -> {
            invitations.requireAny();
            InvitationRepresentation invited = invitations.invite(InvitationInput.read(request.json(body)));
            return request.created(invited.id(), invited);
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(invitations -> Answer.json(invitations.represent(invitations.view(id))));
    }

    @POST
    @Path("{id}/resend")
    public Response resend(@PathParam("id") String id, InputStream body) {
        return answer(invitations -> {
            Invitation invitation = invitations.manage(id);
            return Answer.json(invitations.resend(invitation, InvitationInput.readAgain(request.jsonIfAny(body))));
        });
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") String id) {
        return answer(invitations -> Answer.json(invitations.revoke(invitations.manage(id))));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return answer(invitations -> {
            invitations.delete(invitations.manage(id));
            return Response.noContent().build();
        });
    }

    private Response answer(Function<InvitationAccess, Response> work) {
        return request.answer(() -> work.apply(new InvitationAccess(request)));
    }
}
