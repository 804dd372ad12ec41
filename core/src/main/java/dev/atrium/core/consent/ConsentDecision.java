package dev.atrium.core.consent;

import dev.atrium.core.scope.ScopeSet;
import java.util.function.Consumer;

/** Whether a person has to be asked for what an app wants, and what it gets if not. */
public sealed interface ConsentDecision {
    /** These scopes are granted. */
    record Granted(ScopeSet scopes) implements ConsentDecision {}

    /** The page has to be shown, with the ticks that follow from earlier answers. */
    record Ask(ConsentScreen screen, ConsentedScopes before) implements ConsentDecision {}

    /** The page would have to be shown, and may not be. */
    record InteractionRequired() implements ConsentDecision {}

    /**
     * For a client that needs consent.
     *
     * <p>Without a page an app gets what was agreed to, also where the access policy has become wider; but one that asks
     * for something new is told to ask the person.
     */
    static ConsentDecision of(ConsentScreen screen, ConsentedScopes before, ConsentPrompt prompt) {
        if (prompt != ConsentPrompt.ALWAYS && before.covers(screen.asked())) {
            return new Granted(screen.granted(screen.choices()));
        }
        if (prompt != ConsentPrompt.NEVER) {
            return new Ask(screen, before);
        }
        ScopeSet silent = screen.granted(before.within(screen.choices()));
        boolean answered = before.covers(screen.fixed()) && before.answers(screen.choices());
        return answered && !silent.isEmpty() ? new Granted(silent) : new InteractionRequired();
    }

    default void match(
            Consumer<? super Granted> onGranted,
            Consumer<? super Ask> onAsk,
            Consumer<? super InteractionRequired> onInteractionRequired) {
        if (this instanceof Granted granted) {
            onGranted.accept(granted);
        } else if (this instanceof Ask ask) {
            onAsk.accept(ask);
        } else if (this instanceof InteractionRequired required) {
            onInteractionRequired.accept(required);
        }
    }
}
