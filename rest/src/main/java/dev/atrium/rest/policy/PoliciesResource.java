package dev.atrium.rest.policy;

import dev.atrium.core.policy.AccessPolicy;
import dev.atrium.core.policy.AccessPolicyId;
import dev.atrium.core.store.Page;
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
import org.keycloak.models.utils.KeycloakModelUtils;

/** {@code atrium/policies}: the access policies of a realm. */
public final class PoliciesResource {
    private final AdminRequest request;

    public PoliciesResource(AdminRequest request) {
        this.request = request;
    }

    @GET
    public Response list() {
        return answer(policies -> {
            policies.requireView();
            Page page = request.query(Set.of("first", "max")).page();
            return request.page(policies.list(page), policies.count());
        });
    }

    @GET
    @Path("count")
    public Response count() {
        return answer(policies -> {
            policies.requireView();
            request.query(Set.of());
            return Answer.json(policies.count());
        });
    }

    @POST
    public Response create(InputStream body) {
        return answer(policies -> {
            policies.requireManage();
            AccessPolicyId id = new AccessPolicyId(KeycloakModelUtils.generateId());
            AccessPolicy policy = PolicyInput.read(request.json(body)).create(id);
            return request.created(id.value(), policies.create(policy));
        });
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return answer(policies -> {
            policies.requireView();
            return Answer.json(PolicyRepresentation.of(policies.find(id)));
        });
    }

    @PUT
    @Path("{id}")
    public Response update(@PathParam("id") String id, InputStream body) {
        return answer(policies -> {
            policies.requireManage();
            AccessPolicy stored = policies.find(id);
            AccessPolicy changed = PolicyInput.read(request.json(body)).change(stored.id());
            return Answer.json(policies.update(changed));
        });
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        return answer(policies -> {
            policies.requireManage();
            policies.delete(policies.find(id));
            return Response.noContent().build();
        });
    }

    private Response answer(Function<PolicyAccess, Response> work) {
        return request.answer(() -> work.apply(new PolicyAccess(request)));
    }
}
