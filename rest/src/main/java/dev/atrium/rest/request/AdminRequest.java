package dev.atrium.rest.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Answer;
import dev.atrium.http.request.QueryParameters;
import dev.atrium.http.request.RequestBody;
import dev.atrium.support.store.AtriumStoreProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** A request of an administrator whom Keycloak has authenticated, about one realm. */
public record AdminRequest(
        KeycloakSession session,
        RealmModel realm,
        AdminPermissionEvaluator auth,
        AdminEventBuilder events,
        Clock clock) {
    private static final String TOTAL_COUNT = "X-Total-Count";
    private static final String RELATION = "X-Total-Count-Relation";

    public AtriumStoreProvider store() {
        return session.getProvider(AtriumStoreProvider.class);
    }

    public Response answer(Supplier<Response> work) {
        return Answer.of(session, work);
    }

    /** How a change ended. Of two requests at once that take the same, neither sees the other: the later one fails. */
    public Outcome outcome(Supplier<Outcome> change) {
        try {
            return change.get();
        } catch (ModelDuplicateException lost) {
            return Outcome.TAKEN;
        }
    }

    /** Asks in a transaction of its own, for this one may be lost. */
    public <T> T askAnew(Function<AtriumStoreProvider, T> question) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                anew -> question.apply(anew.getProvider(AtriumStoreProvider.class)));
    }

    public QueryParameters query(Set<String> known) {
        return new QueryParameters(session.getContext().getUri().getQueryParameters(), known);
    }

    public ObjectNode json(@Nullable InputStream body) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        return RequestBody.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
    }

    /** The object that a request may carry; one without a body says nothing. */
    public ObjectNode jsonIfAny(@Nullable InputStream body) {
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        return RequestBody.readIfAny(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
    }

    public Response created(String id, Object representation) {
        URI location =
                session.getContext().getUri().getAbsolutePathBuilder().path(id).build();
        return Answer.json(Response.created(location), representation).build();
    }

    /** How far a list is counted: one more than is said of it, to know whether there are more. */
    public int countAtMost() {
        return Page.FURTHEST + 1;
    }

    /**
     * A part of a list, with the length of the whole in headers that browsers may read too; of a very long one they say
     * that it is longer than that.
     */
    public Response page(Object part, long total) {
        ResponseBuilder response = Answer.json(Response.ok(), part)
                .header(TOTAL_COUNT, Math.min(total, Page.FURTHEST))
                .header("Access-Control-Expose-Headers", TOTAL_COUNT + ", " + RELATION);
        return (total > Page.FURTHEST ? response.header(RELATION, "gte") : response).build();
    }
}
