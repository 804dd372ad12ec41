package dev.atrium.rest.hooks;

import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.rest.webhook.SecretInput;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;

/** {@code atrium/hooks}: the other systems whose events count in a realm. */
public final class HooksResource {
    private final AdminRequest request;

    public HooksResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return viewing(hooks -> {
            request.query(Set.of());
            return Answer.json(hooks.list());
        });
    }

    @POST
    public Response create(InputStream body) {
        return managing(hooks -> {
            HookRepresentation created = hooks.create(HookInput.read(request.json(body)));
            return request.created(created.id(), created);
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return viewing(hooks -> Answer.json(hooks.represent(hooks.find(id))));
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return managing(hooks -> {
            HookDefinition stored = hooks.find(id);
            return Answer.json(hooks.update(stored, HookInput.read(request.json(body))));
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return managing(hooks -> {
            hooks.delete(hooks.find(id));
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{id}/rotate-secret")
    public Response rotateSecret(@PathParam("id") String id, InputStream body) {
        return managing(hooks -> {
            HookDefinition stored = hooks.find(id);
            return Answer.json(hooks.rotate(stored, SecretInput.read(request.jsonIfAny(body))));
        });
    }

    @POST
    @Path("{id}/dry-run")
    public Response dryRun(@PathParam("id") String id, InputStream body) {
        return managing(hooks -> {
            HookDefinition stored = hooks.find(id);
            return Answer.json(hooks.dryRun(stored, request.json(body)));
        });
    }

    @GET
    @Path("{id}/calls")
    public Response calls(@PathParam("id") String id) {
        return viewing(hooks -> {
            HookDefinition stored = hooks.find(id);
            Page page = request.query(Set.of("first", "max")).page();
            return request.page(hooks.calls(stored, page), hooks.countCalls(stored));
        });
    }

    private Response viewing(Function<HookAccess, Response> work) {
        return request.answer(() -> {
            HookAccess hooks = new HookAccess(request);
            hooks.requireView();
            return work.apply(hooks);
        });
    }

    private Response managing(Function<HookAccess, Response> work) {
        return request.answer(() -> {
            HookAccess hooks = new HookAccess(request);
            hooks.requireManage();
            return work.apply(hooks);
        });
    }
}
