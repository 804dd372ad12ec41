package dev.atrium.rest.webhook;

import dev.atrium.core.membership.ProjectReference;
import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.core.webhook.Subscription;
import dev.atrium.core.webhook.SubscriptionId;
import dev.atrium.directory.component.Subscriptions;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.rest.request.ProjectLookup;
import dev.atrium.support.webhook.WebhookProvider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The subscriptions of a realm as far as this administrator may see and change them; changes are recorded. */
final class WebhookAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_WEBHOOK";
    private static final int MOST = 100;

    private final AdminRequest request;
    private final Subscriptions subscriptions;

    WebhookAccess(AdminRequest request) {
        this.request = request;
        subscriptions = new Subscriptions(request.realm());
    }

    void requireView() {
        Refused.unless(request.auth().realm().canViewRealm(), "This needs the right to view the realm.");
    }

    void requireManage() {
        Refused.unless(request.auth().realm().canManageRealm(), "This needs the right to manage the realm.");
    }

    List<WebhookRepresentation> list() {
        return subscriptions.all().stream().map(this::represent).toList();
    }

    Subscription find(String id) {
        return SubscriptionId.parse(id)
                .flatMap(subscriptions::find)
                .orElseThrow(() -> new Refused(Problem.notFound("There is no webhook with this id in this realm.")));
    }

    WebhookRepresentation represent(Subscription subscription) {
        return WebhookRepresentation.of(subscription, subscriptions.previousUntil(subscription.id(), now()));
    }

    WebhookRepresentation create(WebhookInput input) {
        if (subscriptions.all().size() >= MOST) {
            throw new Refused(Problem.tooMany("A realm has at most " + MOST + " webhooks; delete one first."));
        }
        Subscription subscription = checked(input, KeycloakModelUtils.generateId(), Optional.empty());
        String secret = SecretInput.usable(input.secret());
        subscriptions.add(subscription, secret);
        return record(OperationType.CREATE, subscription).with(secret);
    }

    WebhookRepresentation update(Subscription stored, WebhookInput input) {
        if (input.secret().isPresent()) {
            throw Refused.field("secret", "Cannot be changed here; rotate it.");
        }
        Subscription changed = checked(input, stored.id().value(), stored.switchedOff());
        subscriptions.replace(changed);
        return record(OperationType.UPDATE, changed);
    }

    void delete(Subscription subscription) {
        record(OperationType.DELETE, subscription);
        subscriptions.remove(subscription.id());
    }

    WebhookRepresentation rotate(Subscription subscription, SecretInput input) {
        String secret = SecretInput.usable(input.secret());
        subscriptions.rotate(subscription.id(), secret, now().plus(input.overlap()));
        return record(OperationType.ACTION, subscription).with(secret);
    }

    DeliveryResult test(Subscription subscription) {
        return webhooks().test(request.realm(), subscription);
    }

    private Subscription checked(WebhookInput input, String id, Optional<String> switchedOff) {
        webhooks().objection(input.url()).ifPresent(objection -> {
            throw Refused.field("url", objection);
        });
        Optional<ProjectReference> project = input.project().map(new ProjectLookup(request.session())::reference);
        return input.as(new SubscriptionId(id), project, switchedOff);
    }

    private WebhookRepresentation record(OperationType operation, Subscription subscription) {
        WebhookRepresentation representation = represent(subscription);
        request.events()
                .operation(operation)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "webhooks", subscription.id().value())
                .representation(representation)
                .success();
        return representation;
    }

    private WebhookProvider webhooks() {
        return request.session().getProvider(WebhookProvider.class);
    }

    private Instant now() {
        return request.clock().instant();
    }
}
