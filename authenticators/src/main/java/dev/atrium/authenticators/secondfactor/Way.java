package dev.atrium.authenticators.secondfactor;

import dev.atrium.authenticators.stage.StageContext;
import dev.atrium.core.factor.FactorKind;
import dev.atrium.core.login.LoginMethod;
import java.util.Optional;

/** One way to give a project what it asks for. */
interface Way {
    /** What the button sends that chooses it. */
    String id();

    /** What the button says: a message key, or the name of an identity provider. */
    String label();

    /** Shows its page, or leads to where it goes on. */
    void begin(StageContext context, WayPage page);

    /** Whether what the person sent passes. */
    default boolean isPassed(StageContext context) {
        return false;
    }

    /** Why it did not pass, as a message key. */
    default String failure() {
        return "atrium.factor.wrong";
    }

    /** The second factor that it is, if it is one. */
    default Optional<FactorKind> factor() {
        return Optional.empty();
    }

    /** The sign-in method that it is, if it is one. */
    default Optional<LoginMethod> method() {
        return Optional.empty();
    }
}
