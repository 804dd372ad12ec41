package dev.atrium.setup.change;

/** What is done to a thing, before and after it is done. */
public enum Verb {
    ADD("Would add", "Added"),
    BIND("Would bind", "Bound"),
    MOVE("Would move", "Moved"),
    SET("Would set", "Set"),
    SWITCH_ON("Would switch on", "Switched on");

    private final String would;
    private final String did;

    Verb(String would, String did) {
        this.would = would;
        this.did = did;
    }

    /** The sentence about this thing. */
    String sentence(String what, boolean done) {
        return (done ? did : would) + " " + what + ".";
    }
}
