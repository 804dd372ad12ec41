package dev.atrium.rest.outbox;

import dev.atrium.core.outbox.MessageId;
import dev.atrium.core.outbox.OutboxEntry;
import dev.atrium.core.outbox.OutboxFilter;
import dev.atrium.core.outbox.OutboxStore;
import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import dev.atrium.rest.request.AdminRequest;
import dev.atrium.support.outbox.OutboxProvider;
import java.util.List;
import org.keycloak.events.admin.OperationType;

/** The messages of a realm as far as this administrator may see and change them; changes are recorded. */
final class OutboxAccess {
    private static final String RESOURCE_TYPE = "ATRIUM_OUTBOX";

    private final AdminRequest request;
    private final OutboxStore store;

    OutboxAccess(AdminRequest request) {
        this.request = request;
        store = request.store().outbox(request.realm());
    }

    /** Messages tell the addresses of all users. */
    void requireView() {
        Refused.unless(
                request.auth().realm().canViewRealm() && request.auth().users().canView(),
                "This needs the rights to view the realm and all its users.");
    }

    void requireManage() {
        Refused.unless(
                request.auth().realm().canManageRealm()
                        && request.auth().users().canView(),
                "This needs the rights to manage the realm and to view all its users.");
    }

    List<OutboxRepresentation> list(OutboxFilter filter, Page page) {
        return store.list(filter, page).stream().map(OutboxRepresentation::of).toList();
    }

    /** Whether a list may begin after this id. */
    boolean exists(String id) {
        return MessageId.parse(id).flatMap(store::find).isPresent();
    }

    /** How many a list says that there are. */
    long countForList(OutboxFilter filter) {
        return store.count(filter, request.countAtMost());
    }

    long count(OutboxFilter filter) {
        return store.count(filter);
    }

    OutboxRepresentation read(String id) {
        return OutboxRepresentation.of(entry(id(id)));
    }

    OutboxRepresentation resend(String id) {
        MessageId message = id(id);
        switch (request.session().getProvider(OutboxProvider.class).resend(request.realm(), message)) {
            case DONE -> {}
            case IN_USE -> throw new Refused(Problem.messageOnItsWay());
            case NOT_FOUND, TAKEN -> throw notFound();
        }
        return changed(message);
    }

    OutboxRepresentation cancel(String id) {
        MessageId message = id(id);
        switch (store.cancel(message, request.clock().instant())) {
            case DONE -> {}
            case IN_USE -> throw new Refused(Problem.messageNotWaiting());
            case NOT_FOUND, TAKEN -> throw notFound();
        }
        return changed(message);
    }

    int purge(OutboxFilter filter) {
        int deleted = store.purge(filter);
        request.events()
                .operation(OperationType.DELETE)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "outbox")
                .success();
        return deleted;
    }

    private OutboxRepresentation changed(MessageId id) {
        OutboxRepresentation representation = OutboxRepresentation.of(entry(id));
        request.events()
                .operation(OperationType.ACTION)
                .resource(RESOURCE_TYPE)
                .resourcePath("atrium", "outbox", id.value())
                .representation(representation)
                .success();
        return representation;
    }

    private OutboxEntry entry(MessageId id) {
        return store.find(id).orElseThrow(OutboxAccess::notFound);
    }

    private static MessageId id(String text) {
        return MessageId.parse(text).orElseThrow(OutboxAccess::notFound);
    }

    private static Refused notFound() {
        return new Refused(Problem.notFound("There is no message with this id in this realm."));
    }
}
