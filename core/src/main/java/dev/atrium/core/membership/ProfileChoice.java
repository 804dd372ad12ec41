package dev.atrium.core.membership;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

    /** The person has no profile here that is of use. */
    record NobodyHere() implements ProfileChoice {}

    /** Decides among a person's memberships that are of use: the only one is taken without a question. */
    static ProfileChoice among(List<Membership> fitting) {
        return switch (fitting.size()) {
            case 0 -> new NobodyHere();
            case 1 -> new Chosen(fitting.get(0));
            default -> new Ask(fitting);
        };
    }

    /**
     * Decides without asking, for {@code prompt=none}: the one chosen earlier, or the only membership. Where the earlier
     * one is of no use to this request, the person must say that another will do.
     *
     * @param earlier what was chosen last for the same app, if it is still the person's own and active
     * @param fits whether a membership is of use
     */
    static ProfileChoice silently(
            List<Membership> fitting, Optional<Membership> earlier, Predicate<? super Membership> fits) {
        return earlier.<ProfileChoice>map(one -> fits.test(one) ? new Chosen(one) : new Ask(fitting))
                .orElseGet(() -> among(fitting));
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
