package dev.atrium.http.request;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why something was refused. */
final class Refusal {
    private Refusal() {}

    static Problem of(ThrowingCallable work) {
        return catchThrowableOfType(Refused.class, work).problem();
    }
}
