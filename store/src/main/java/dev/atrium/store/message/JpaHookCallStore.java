package dev.atrium.store.message;

import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookCallStore;
import dev.atrium.core.hook.HookId;
import dev.atrium.core.store.Page;
import dev.atrium.store.jpa.Conditions;
import dev.atrium.store.jpa.RealmRows;
import dev.atrium.store.jpa.StableOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls that came to the hooks of one realm, in Keycloak's database. */
public final class JpaHookCallStore implements HookCallStore {
    private static final String OF_HOOK = " from AtriumHookCall c where c.realmId = :realm and c.hookId = :hook";

    private final RealmRows rows;

    public JpaHookCallStore(RealmRows rows) {
        this.rows = rows;
    }

    @Override
    public void add(HookCall call) {
        rows.insert(new HookCallEntity(rows.realmId(), call));
    }

    @Override
    public Optional<HookCall> done(HookId hook, CallId call) {
        return rows
                .read(
                        rows.query("select c" + OF_HOOK + " and c.doneKey = :key", HookCallEntity.class)
                                .setParameter("hook", hook.value())
                                .setParameter("key", HookCallEntity.doneKey(call)),
                        HookCallEntity::toCall)
                .stream()
                .findFirst();
    }

    @Override
    public List<HookCall> list(HookId hook, Page page) {
        return rows.read(
                StableOrder.CALLS.part(
                        statement -> rows.query(statement, HookCallEntity.class),
                        "select c from AtriumHookCall c",
                        ofHook(hook),
                        page),
                HookCallEntity::toCall);
    }

    @Override
    public long count(HookId hook, int most) {
        return StableOrder.CALLS.count(rows, ofHook(hook), most);
    }

    @Override
    public boolean refusedSince(HookId hook, Instant since) {
        return rows.query("select count(c)" + OF_HOOK + " and c.received >= :since and c.doneKey is null", Long.class)
                        .setParameter("hook", hook.value())
                        .setParameter("since", since.toEpochMilli())
                        .getSingleResult()
                > 0;
    }

    @Override
    public void remove(HookId hook) {
        rows.change("delete" + OF_HOOK).setParameter("hook", hook.value()).executeUpdate();
    }

    private static Conditions ofHook(HookId hook) {
        return Conditions.inRealm("c").and("c.hookId = :hook", Map.of("hook", hook.value()));
    }
}
