package dev.atrium.core.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** As whom a person goes on: decided, to be asked, or impossible. */
public sealed interface ProfileChoice {
    /** The person acts as this. */
    record Chosen(Membership membership) implements ProfileChoice {}

    /**
     * The person must choose.
     *
     * @param options what to choose from, the one used last first
     */
    record Ask(List<Membership> options) implements ProfileChoice {
        public Ask {
            options = List.copyOf(options);
        }
    }

    /** The person has no profile here. */
    record NobodyHere() implements ProfileChoice {}

    /** Decides among a person's active memberships: the only one is taken without a question. */
    static ProfileChoice among(List<Membership> own) {
        return switch (own.size()) {
            case 0 -> new NobodyHere();
            case 1 -> new Chosen(own.get(0));
            default -> new Ask(own);
        };
    }

    /**
     * Decides without asking, for {@code prompt=none}: the only membership, or the one chosen earlier.
     *
     * @param earlier what was chosen last for the same app, if it is still the person's own and active
     */
    static ProfileChoice silently(List<Membership> own, Optional<Membership> earlier) {
        return earlier.<ProfileChoice>map(Chosen::new).orElseGet(() -> among(own));
    }

    default void match(Consumer<Chosen> onChosen, Consumer<Ask> onAsk, Runnable onNobodyHere) {
        if (this instanceof Chosen chosen) {
            onChosen.accept(chosen);
        } else if (this instanceof Ask ask) {
            onAsk.accept(ask);
        } else {
            onNobodyHere.run();
        }
    }
}
