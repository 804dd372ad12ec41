package dev.atrium.rest.membership;

import dev.atrium.core.membership.Membership;
import dev.atrium.core.membership.MembershipFilter;
import dev.atrium.core.membership.MembershipId;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.http.request.Fields;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.support.event.MailSuppression;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@code atrium/memberships}: the memberships of a realm. */
public final class MembershipsResource {
    private static final Set<String> FILTERS = Set.of("project", "user", "profile", "active");
    private static final Set<String> PAGED_FILTERS =
            Set.of("first", "max", "after", "project", "user", "profile", "active");

    private static final String SEND_EMAIL = "sendEmail";

    private final AdminRequest request;

    public MembershipsResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return answer(memberships -> {
            memberships.requireAny();
            QueryParameters query = request.query(PAGED_FILTERS);
            MembershipFilter filter = memberships.filter(query);
            Page page = query.page(memberships::exists);
            return request.page(memberships.list(filter, page), memberships.countForList(filter));
        });
    }

    @GET
    @Path("count")
    public Response count() {
        return answer(memberships -> {
            memberships.requireAny();
            return Answer.json(memberships.count(memberships.filter(request.query(FILTERS))));
        });
    }

    @POST
    public Response create(InputStream body) {
        return answer(memberships -> {
            memberships.requireAny();
            MembershipInput input = read(body);
            input.requireNew();
            MembershipId id = new MembershipId(KeycloakModelUtils.generateId());
            Instant now = Instant.ofEpochMilli(request.clock().millis());
            Membership membership = input.create(id, new MembershipLinks(request).of(input), now);
            return request.created(id.value(), memberships.create(membership));
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(memberships -> Answer.json(memberships.represent(memberships.view(id))));
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return answer(memberships -> {
            Membership stored = memberships.manage(id);
            MembershipInput input = read(body);
            input.requireVersionOf(stored);
            MembershipLinks links = new MembershipLinks(request);
            links.requireSame(input, stored);
            Membership changed = input.change(stored, links.policy(input, stored), links.inviter(input, stored));
            return Answer.json(memberships.update(changed));
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return answer(memberships -> {
            Membership stored = memberships.manage(id);
            wish(request.query(Set.of(SEND_EMAIL)).flag(SEND_EMAIL));
            memberships.delete(stored);
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{id}/activate")
    public Response activate(@PathParam("id") String id, InputStream body) {
        return switchTo(true, id, body);
    }

    @POST
    @Path("{id}/deactivate")
    public Response deactivate(@PathParam("id") String id, InputStream body) {
        return switchTo(false, id, body);
    }

    private Response switchTo(boolean active, String id, InputStream body) {
        return answer(memberships -> {
            Membership stored = memberships.manage(id);
            wish(new Fields(request.jsonIfAny(body), Set.of(SEND_EMAIL)).flag(SEND_EMAIL));
            return Answer.json(memberships.switchTo(active, stored));
        });
    }

    private MembershipInput read(InputStream body) {
        MembershipInput input = MembershipInput.read(request.json(body));
        wish(input.sendEmail());
        return input;
    }

    private void wish(Optional<Boolean> sendEmail) {
        if (!sendEmail.orElse(true)) {
            MailSuppression.none(request.session());
        }
    }

    private Response answer(Function<MembershipAccess, Response> work) {
        return request.answer(() -> work.apply(new MembershipAccess(request)));
    }
}
