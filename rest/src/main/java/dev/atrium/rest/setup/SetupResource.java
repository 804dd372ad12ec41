package dev.atrium.rest.setup;

import dev.atrium.http.error.Answer;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.setup.run.RealmSetup;
import dev.atrium.setup.run.Report;
import dev.atrium.setup.run.SetupOrder;
import dev.atrium.setup.run.UndoReport;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelValidationException;

/** {@code atrium/setup}: brings Atrium into the realm, and takes it back. */
public final class SetupResource {
    private static final String RESOURCE_TYPE = "ATRIUM_SETUP";
    private static final String DRY_RUN = "dryRun";

    private final AdminRequest request;

    public SetupResource(AdminRequest request) {
        this.request = request;
    }

    /** Answers 200 with what it did, or with {@code dryRun=true} what it would do; 409 where something is in the way. */
    @POST
    public Response create(@Nullable InputStream body) {
        return request.answer(() -> {
            SetupRights rights = new SetupRights(request.auth());
            rights.requireSetup();
            boolean dryRun = request.query(Set.of(DRY_RUN)).flag(DRY_RUN).orElse(false);
            SetupOrder order = new SetupInput(request, rights).read(request.jsonIfAny(body));
            return Answer.json(dryRun ? setup().plan(order) : carryOut(order));
        });
    }

    @DELETE
    public Response delete() {
        return request.answer(() -> {
            SetupRights rights = new SetupRights(request.auth());
            rights.requireSetup();
            request.query(Set.of());
            RealmSetup setup = setup();
            rights.requireUndo(setup.hasProjects(), setup.members());
            UndoReport report = setup.undo();
            record(OperationType.DELETE, report);
            return Answer.json(report);
        });
    }

    private Report carryOut(SetupOrder order) {
        try {
            Report report = setup().carryOut(order);
            record(OperationType.CREATE, report);
            return report;
        } catch (ModelDuplicateException | ModelValidationException refused) {
            throw new Refused(new Problem(
                    409,
                    "setup_refused",
                    Optional.empty(),
                    "Nothing was changed. Keycloak refuses a part of it: " + refused.getMessage()));
        }
    }

    private RealmSetup setup() {
        return new RealmSetup(request.session(), request.realm(), request.auth().adminAuth(), request.clock());
    }

    private void record(OperationType operation, Object report) {
        request.events()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "setup")
                .representation(report)
                .success();
    }
}
