package dev.atrium.rest.outbox;

import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.rest.request.AdminRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;

/** {@code atrium/outbox}: the mails and webhook calls of a realm. */
public final class OutboxResource {
    private final AdminRequest request;

    public OutboxResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return answer(outbox -> {
            outbox.requireView();
            QueryParameters query = request.query(OutboxSearch.PAGED_FILTERS);
            Page page = query.page(outbox::exists);
            OutboxFilter filter = OutboxSearch.filter(query);
            return request.page(outbox.list(filter, page), outbox.countForList(filter));
        });
    }

    @GET
    @Path("count")
    public Response count() {
        return answer(outbox -> {
            outbox.requireView();
            return Answer.json(outbox.count(filter()));
        });
    }

    /** Deletes messages that have ended; those that wait are to be cancelled first. */
    @POST
    @Path("purge")
    public Response purge() {
        return answer(outbox -> {
            outbox.requireManage();
            return Answer.json(Map.of("deleted", outbox.purge(filter())));
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(outbox -> {
            outbox.requireView();
            return Answer.json(outbox.read(id));
        });
    }

    @POST
    @Path("{id}/resend")
    public Response resend(@PathParam("id") String id) {
        return answer(outbox -> {
            outbox.requireManage();
            return Answer.json(outbox.resend(id));
        });
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@PathParam("id") String id) {
        return answer(outbox -> {
            outbox.requireManage();
            return Answer.json(outbox.cancel(id));
        });
    }

    private OutboxFilter filter() {
        return OutboxSearch.filter(request.query(OutboxSearch.FILTERS));
    }

    private Response answer(Function<OutboxAccess, Response> work) {
        return request.answer(() -> work.apply(new OutboxAccess(request)));
    }
}
