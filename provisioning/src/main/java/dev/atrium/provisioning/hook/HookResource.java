package dev.atrium.provisioning.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookId;
import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookProblem;
import dev.atrium.provisioning.work.HookResult;
import dev.atrium.provisioning.work.HookWork;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;

/** {@code atrium/hooks/{id}}: where other systems send their events. */
public final class HookResource {
    private final KeycloakSession session;
    private final RealmModel realm;

    public HookResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    @POST
    @Path("{id}")
    public Response call(@PathParam("id") String id, InputStream body) {
        Optional<HookDefinition> hook = HookId.parse(id).flatMap(new Hooks(realm)::find);
        if (hook.isEmpty() || !realm.isEnabled()) {
            return Answer.refusing(Problem.notFound("There is no hook at this address."));
        }
        return new Call(hook.get()).answer(body);
    }

    /** One call, from its arrival to its answer. */
    private final class Call {
        private final HookDefinition hook;
        private final HookLog log;
        private final HttpHeaders headers =
                session.getContext().getHttpRequest().getHttpHeaders();
        private boolean stranger = true;

        Call(HookDefinition hook) {
            this.hook = hook;
            log = new HookLog(session, hook.id());
        }

        Response answer(InputStream body) {
            try {
                return carryOut(body);
            } catch (Refused refused) {
                return refuse(refused.problem());
            } catch (ModelDuplicateException lost) {
                return refuse(HookProblem.conflict(
                        "at_the_same_time",
                        "The same call, or one about the same person, is being processed; send it again later."));
            }
        }

        private Response carryOut(InputStream body) {
            requireEncryption();
            HookRequest request = HookRequest.read(headers, body);
            new HookCaller(session, hook).require(request);
            stranger = false;
            if (!hook.active()) {
                throw new Refused(HookProblem.off());
            }
            JsonNode json = request.json();
            CallId id = request.id(hook, json);
            return log.done(id).map(Call::again).orElseGet(() -> once(id, json));
        }

        private Response once(CallId id, JsonNode json) {
            List<HookResult> results = new HookWork(session, hook).carryOut(json);
            Response answer = Answer.json(Map.of("results", results));
            log.done(id, answer);
            return answer;
        }

        private static Response again(HookCall before) {
            return Response.status(before.status())
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .header("Cache-Control", "no-store")
                    .header("Atrium-Repeat", "true")
                    .entity(before.answer())
                    .build();
        }

        private Response refuse(Problem problem) {
            session.getTransactionManager().setRollbackOnly();
            Response answer = Answer.refusing(problem);
            log.refused(HookRequest.header(headers, HookCaller.ID).flatMap(CallId::parse), answer, stranger);
            return answer;
        }

        private void requireEncryption() {
            String scheme = session.getContext().getUri().getBaseUri().getScheme();
            if (!"https".equals(scheme)
                    && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
                throw new Refused(Problem.forbidden("Use https for this address."));
            }
        }
    }
}
