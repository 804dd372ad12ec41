package dev.atrium.overrides.check;

/** Ends the start of the server; its message is for the administrator. */
final class StartRefused extends RuntimeException {
    StartRefused(String message) {
        super(message);
    }
}
