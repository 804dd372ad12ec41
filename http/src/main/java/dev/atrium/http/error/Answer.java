package dev.atrium.http.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JsonSerialization;

/** What is sent back: JSON, of results and of problems alike. */
public final class Answer {
    private Answer() {}

    /** The response of this work, or of the problem it ended with; nothing it changed is kept then. */
    public static Response of(KeycloakSession session, Supplier<Response> work) {
        try {
            return work.get();
        } catch (Refused refused) {
            session.getTransactionManager().setRollbackOnly();
            return refusing(refused.problem());
        }
    }

    public static Response json(Object body) {
        return json(Response.ok(), body).build();
    }

    public static ResponseBuilder json(ResponseBuilder response, Object body) {
        return response.type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(text(body));
    }

    public static Response refusing(Problem problem) {
        Body body = Body.of(problem);
        return json(Response.status(problem.status()), body).build();
    }

    private static String text(Object body) {
        try {
            return JsonSerialization.mapper.writeValueAsString(body);
        } catch (JsonProcessingException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String error,
            @Nullable String field,
            String message,
            @JsonProperty("error_description") String description) { // what kcadm.sh prints beside the code
        static Body of(Problem problem) {
            String description = problem.field().map(field -> field + ": ").orElse("") + problem.message();
            return new Body(problem.error(), problem.field().orElse(null), problem.message(), description);
        }
    }
}
