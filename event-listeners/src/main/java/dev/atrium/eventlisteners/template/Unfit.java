package dev.atrium.eventlisteners.template;

/** Ends the reading of a template where it can no longer be understood. */
@SuppressWarnings("serial") // never serialized
final class Unfit extends RuntimeException {
    private final int offset;
    private final String why;

    Unfit(int offset, String why) {
        super(why, null, false, false);
        this.offset = offset;
        this.why = why;
    }

    int offset() {
        return offset;
    }

    String why() {
        return why;
    }
}
