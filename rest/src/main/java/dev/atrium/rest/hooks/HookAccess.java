package dev.atrium.rest.hooks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookId;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.provisioning.hook.Hooks;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.rest.request.ProjectLookup;
import dev.atrium.rest.webhook.SecretInput;
import java.net.URI;
import java.util.List;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.urls.UrlType;

/** The hooks of a realm as far as this administrator may see and change them; changes are recorded. */
final class HookAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_HOOK";
    private static final int MOST = 100;

    private final AdminRequest request;
    private final Hooks hooks;

    HookAccess(AdminRequest request) {
        this.request = request;
        hooks = new Hooks(request.realm());
    }

    void requireView() {
        Refused.unless(request.auth().realm().canViewRealm(), "This needs the right to view the realm.");
    }

    /** A hook makes users and members, so only who may do that may make hooks. */
    void requireManage() {
        Refused.unless(
                request.auth().realm().canManageRealm()
                        && request.auth().users().canManage()
                        && request.auth().orgs().canManage(),
                "This needs the rights to manage the realm, its users and its organizations.");
    }

    List<HookRepresentation> list() {
        return hooks.all().stream().map(this::represent).toList();
    }

    HookDefinition find(String id) {
        return HookId.parse(id)
                .flatMap(hooks::find)
                .orElseThrow(() -> new Refused(Problem.notFound("There is no hook with this id in this realm.")));
    }

    HookRepresentation represent(HookDefinition hook) {
        URI url = request.session()
                .getContext()
                .getUri(UrlType.FRONTEND)
                .getBaseUriBuilder()
                .segment(
                        "realms",
                        request.realm().getName(),
                        "atrium",
                        "hooks",
                        hook.id().value())
                .build();
        return HookRepresentation.of(
                hook, url, hooks.previousUntil(hook.id(), request.clock().instant()));
    }

    HookRepresentation create(HookInput input) {
        if (hooks.all().size() >= MOST) {
            throw new Refused(Problem.tooMany("A realm has at most " + MOST + " hooks; delete one first."));
        }
        HookDefinition hook = checked(input, new HookId(KeycloakModelUtils.generateId()));
        String secret = SecretInput.usable(input.secret());
        hooks.add(hook, secret);
        HookRepresentation created = record(OperationType.CREATE, hook);
        return hook.client().isPresent() ? created : created.with(secret);
    }

    HookRepresentation update(HookDefinition stored, HookInput input) {
        if (input.secret().isPresent()) {
            throw Refused.field("secret", "Cannot be changed here; rotate it.");
        }
        HookDefinition changed = checked(input, stored.id());
        hooks.replace(changed);
        return record(OperationType.UPDATE, changed);
    }

    void delete(HookDefinition hook) {
        record(OperationType.DELETE, hook);
        hooks.remove(hook.id());
    }

    HookRepresentation rotate(HookDefinition hook, SecretInput input) {
        String secret = SecretInput.usable(input.secret());
        hooks.rotate(hook.id(), secret, request.clock().instant().plus(input.overlap()));
        return record(OperationType.ACTION, hook).with(secret);
    }

    DryRun dryRun(HookDefinition hook, ObjectNode event) {
        return DryRun.of(request.session(), hook, event);
    }

    List<CallRepresentation> calls(HookDefinition hook, Page page) {
        List<HookCall> calls = request.store().hookCalls(request.realm()).list(hook.id(), page);
        return calls.stream().map(CallRepresentation::of).toList();
    }

    long countCalls(HookDefinition hook) {
        return request.store().hookCalls(request.realm()).count(hook.id(), request.countAtMost());
    }

    /** What the hook points to must be there, for a hook that points nowhere is a mistake. */
    private HookDefinition checked(HookInput input, HookId id) {
        HookDefinition hook = input.as(id, new ProjectLookup(request.session()).reference(input.project()));
        hook.policies().forEach(name -> {
            if (request.store().policies(request.realm()).findByName(name).isEmpty()) {
                throw Refused.field("policies", "Must be names of access policies of this realm.");
            }
        });
        hook.client().ifPresent(client -> {
            if (request.realm().getClientByClientId(client) == null) {
                throw Refused.field("client", "There is no client with this client id in this realm.");
            }
        });
        return hook;
    }

    private HookRepresentation record(OperationType operation, HookDefinition hook) {
        HookRepresentation representation = represent(hook);
        request.events()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "hooks", hook.id().value())
                .representation(representation)
                .success();
        return representation;
    }
}
