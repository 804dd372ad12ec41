package dev.atrium.demo;

/** Why the server does not run, in a sentence for the person who started it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }
}
