package dev.atrium.rest.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.http.error.Answer;
import dev.atrium.rest.request.AdminRequest;
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
import org.jspecify.annotations.Nullable;

/** {@code atrium/webhooks}: who is told of events in a realm. */
public final class WebhooksResource {
    private final AdminRequest request;

    public WebhooksResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return answer(webhooks -> {
            webhooks.requireView();
            request.query(Set.of());
            return Answer.json(webhooks.list());
        });
    }

    @POST
    public Response create(InputStream body) {
        return answer(webhooks -> {
            webhooks.requireManage();
            WebhookRepresentation created = webhooks.create(WebhookInput.read(request.json(body)));
            return request.created(created.id(), created);
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(webhooks -> {
            webhooks.requireView();
            return Answer.json(webhooks.represent(webhooks.find(id)));
        });
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return answer(webhooks -> {
            webhooks.requireManage();
            Subscription stored = webhooks.find(id);
            return Answer.json(webhooks.update(stored, WebhookInput.read(request.json(body))));
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return answer(webhooks -> {
            webhooks.requireManage();
            webhooks.delete(webhooks.find(id));
            return Response.noContent().build();
        });
    }

    @POST
    @Path("{id}/rotate-secret")
    public Response rotateSecret(@PathParam("id") String id, InputStream body) {
        return answer(webhooks -> {
            webhooks.requireManage();
            Subscription stored = webhooks.find(id);
            return Answer.json(webhooks.rotate(stored, SecretInput.read(request.jsonIfAny(body))));
        });
    }

    @POST
    @Path("{id}/test")
    public Response test(@PathParam("id") String id) {
        return answer(webhooks -> {
            webhooks.requireManage();
            return Answer.json(TestResult.of(webhooks.test(webhooks.find(id))));
        });
    }

    private Response answer(Function<WebhookAccess, Response> work) {
        return request.answer(() -> work.apply(new WebhookAccess(request)));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record TestResult(boolean delivered, @Nullable String problem) {
        static TestResult of(DeliveryResult result) {
            return result.match(
                    delivered -> new TestResult(true, null),
                    refused -> new TestResult(false, refused.reason()),
                    deferred -> new TestResult(false, deferred.reason()),
                    unreachable -> new TestResult(false, unreachable.reason()));
        }
    }
}
