package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atrium.core.hook.CallId;
import dev.atrium.core.hook.HookCall;
import dev.atrium.core.hook.HookId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;

/** What a store of calls to hooks must do. */
abstract class HookCallStoreContract extends StoreContract {
    private static final HookId HR = new HookId("hr");
    private static final HookId OTHER = new HookId("other");
    private static final CallId FIRST = new CallId("msg_1");

    HookCallStoreContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_a_call_that_was_carried_out {
        private final HookCall done = added(call(HR, FIRST, true, NOON));

        @Test
        void is_found_by_the_id_of_its_sender() {
            assertThat(calls.done(HR, FIRST)).contains(done);
        }

        @Test
        void is_no_call_to_another_hook_or_realm() {
            assertThat(calls.done(OTHER, FIRST)).isEmpty();
            assertThat(callsElsewhere.done(HR, FIRST)).isEmpty();
            assertThat(calls.done(HR, new CallId("MSG_1"))).isEmpty();
        }

        @Test
        void is_not_kept_twice() {
            assertThatThrownBy(() -> calls.add(call(HR, FIRST, true, NOON)))
                    .isInstanceOf(ModelDuplicateException.class);
            assertThat(calls.list(HR, ALL)).containsExactly(done);
        }

        @Test
        void may_have_the_id_of_a_call_to_another_hook_or_realm() {
            calls.add(call(OTHER, FIRST, true, NOON));
            callsElsewhere.add(call(HR, FIRST, true, NOON));
            assertThat(calls.done(OTHER, FIRST)).isPresent();
        }

        @Test
        void has_an_id_of_any_length() {
            CallId longest = new CallId("x".repeat(255));
            calls.add(call(HR, longest, true, NOON));
            assertThat(calls.done(HR, longest)).isPresent();
        }
    }

    @Nested
    class Given_a_call_that_was_refused {
        @Test
        void may_come_again_and_be_carried_out() {
            calls.add(call(HR, FIRST, false, NOON));
            calls.add(call(HR, FIRST, false, NOON));
            assertThat(calls.done(HR, FIRST)).isEmpty();
            HookCall done = added(call(HR, FIRST, true, NOON));
            assertThat(calls.done(HR, FIRST)).contains(done);
        }

        @Test
        void is_remembered_as_refused_for_a_while() {
            calls.add(call(HR, FIRST, true, NOON));
            assertThat(calls.refusedSince(HR, NOON)).isFalse();
            calls.add(call(HR, FIRST, false, NOON));
            assertThat(calls.refusedSince(HR, NOON)).isTrue();
            assertThat(calls.refusedSince(HR, NOON.plusMillis(1))).isFalse();
            assertThat(calls.refusedSince(OTHER, NOON)).isFalse();
        }

        @Test
        void may_have_no_id() {
            HookCall unnamed = new HookCall(UUID.randomUUID().toString(), HR, Optional.empty(), NOON, false, 401, "{}");
            calls.add(unnamed);
            assertThat(calls.list(HR, ALL)).containsExactly(unnamed);
        }
    }

    @Nested
    class Given_several_calls {
        private final HookCall old = added(call(HR, new CallId("1"), true, NOON.minusSeconds(60)));
        private final HookCall young = added(call(HR, new CallId("2"), false, NOON));
        private final HookCall others = added(call(OTHER, new CallId("3"), true, NOON));

        @Test
        void are_listed_newest_first_hook_by_hook() {
            assertThat(calls.list(HR, ALL)).containsExactly(young, old);
            assertThat(calls.count(HR)).isEqualTo(2);
            assertThat(callsElsewhere.list(HR, ALL)).isEmpty();
        }

        @Test
        void are_forgotten_when_they_are_old() {
            housekeeping.forgetHookCalls(NOON);
            assertThat(calls.list(HR, ALL)).containsExactly(young);
            assertThat(calls.list(OTHER, ALL)).containsExactly(others);
        }

        @Test
        void are_removed_hook_by_hook() {
            calls.remove(HR);
            assertThat(calls.list(HR, ALL)).isEmpty();
            assertThat(calls.list(OTHER, ALL)).containsExactly(others);
        }

        @Test
        void go_with_their_realm() {
            new Removals(database, otherRealm).realm();
            assertThat(calls.count(HR)).isEqualTo(2);
            new Removals(database, realm).realm();
            assertThat(calls.count(HR)).isZero();
            assertThat(calls.count(OTHER)).isZero();
        }
    }

    private HookCall added(HookCall call) {
        calls.add(call);
        return call;
    }

    private static HookCall call(HookId hook, CallId id, boolean done, Instant received) {
        return new HookCall(
                UUID.randomUUID().toString(), hook, Optional.of(id), received, done, done ? 200 : 422, "{}");
    }
}
