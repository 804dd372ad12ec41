package dev.atrium.overrides.client;

import java.io.IOException;

/** That the key set of a client cannot be fetched from its URL now. */
final class KeySetUnavailable extends IOException {
    private static final long serialVersionUID = 1L;

    KeySetUnavailable(String message) {
        super(message);
    }

    KeySetUnavailable(String message, IOException cause) {
        super(message, cause);
    }
}
