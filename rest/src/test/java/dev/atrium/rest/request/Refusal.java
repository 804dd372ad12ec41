package dev.atrium.rest.request;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atrium.rest.error.Problem;
import dev.atrium.rest.error.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why something was refused. */
public final class Refusal {
    private Refusal() {}

    public static Problem of(ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).problem();
    }
}
