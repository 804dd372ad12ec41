package dev.atrium.core.launch;

/** What is wrong with a launch context, as a sentence for whoever wrote it; it repeats nothing of a patient. */
public final class InvalidLaunchContext extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidLaunchContext(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
