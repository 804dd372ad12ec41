package dev.atrium.store.message;

import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookId;
import dev.atrium.store.jpa.Hash;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_HOOK_CALL; it keeps instants to the millisecond. */
@Entity(name = "AtriumHookCall")
@Table(name = "ATRIUM_HOOK_CALL")
public class HookCallEntity {
    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "HOOK_ID", length = 36, nullable = false)
    private String hookId;

    @Column(name = "CALL_ID")
    private @Nullable String callId;

    @Column(name = "DONE_KEY", length = 64)
    private @Nullable String doneKey;

    @Column(name = "RECEIVED_AT", nullable = false)
    private long received;

    @Column(name = "STATUS_CODE", nullable = false)
    private int status;

    @Column(name = "ANSWER", length = Length.LONG32, nullable = false)
    private String answer;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected HookCallEntity() {}

    HookCallEntity(String realmId, HookCall call) {
        this.id = call.id();
        this.realmId = realmId;
        this.hookId = call.hook().value();
        this.callId = call.call().map(CallId::value).orElse(null);
        this.doneKey = call.call()
                .filter(known -> call.done())
                .map(HookCallEntity::doneKey)
                .orElse(null);
        this.received = call.received().toEpochMilli();
        this.status = call.status();
        this.answer = call.answer();
    }

    /** Case counts in the sender's ids, though not in each database. */
    static String doneKey(CallId call) {
        return Hash.hex(call.value());
    }

    HookCall toCall() {
        return new HookCall(
                id,
                new HookId(hookId),
                Optional.ofNullable(callId).map(CallId::new),
                Instant.ofEpochMilli(received),
                doneKey != null,
                status,
                answer);
    }
}
