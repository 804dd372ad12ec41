package dev.atrium.demo;

/** Why the server does not run, in a sentence for the person who started it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    /** Tells the sentence and ends this JVM: Maven, which it is, would put twenty lines of its own around it. */
    void tellAndExit() {
        System.err.println("\n" + getMessage() + "\n");
        System.exit(1);
    }
}
