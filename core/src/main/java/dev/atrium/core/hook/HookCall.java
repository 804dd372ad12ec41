package dev.atrium.core.hook;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that came, and what it was answered.
 *
 * @param id ours
 * @param call the sender's; missing where none could be read
 * @param done whether it was carried out; it is carried out once
 * @param status of the answer
 * @param answer JSON with ids and codes, with nothing of what the call said
 */
public record HookCall(
        String id, HookId hook, Optional<CallId> call, Instant received, boolean done, int status, String answer) {}
