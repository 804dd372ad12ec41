package dev.atrium.outbox.queue;

import dev.atrium.core.outbox.Destination;
import dev.atrium.core.outbox.DueMessage;
import dev.atrium.core.outbox.MessageId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is being sent right now: few messages to one destination, so that a slow one leaves room for the others. */
final class RunningAttempts {
    static final int MOST = 16;
    static final int MOST_TO_ONE = 2;

    private final Map<Destination, Set<MessageId>> messages = new HashMap<>();

    /** False when there is no room. */
    boolean begin(DueMessage message) {
        Set<MessageId> there = messages.getOrDefault(message.destination(), Set.of());
        return !isFull()
                && there.size() < MOST_TO_ONE
                && messages.computeIfAbsent(message.destination(), key -> new HashSet<>())
                        .add(message.id());
    }

    void end(DueMessage message) {
        messages.computeIfPresent(message.destination(), (key, there) -> {
            there.remove(message.id());
            return there.isEmpty() ? null : there;
        });
    }

    boolean holds(DueMessage message) {
        return messages.getOrDefault(message.destination(), Set.of()).contains(message.id());
    }

    boolean isFull() {
        return messages.values().stream().mapToInt(Set::size).sum() >= MOST;
    }

    Set<Destination> fullDestinations() {
        return messages.entrySet().stream()
                .filter(there -> there.getValue().size() >= MOST_TO_ONE)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
