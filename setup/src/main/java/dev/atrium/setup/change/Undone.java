package dev.atrium.setup.change;

/**
 * What became of something that a setup had made.
 *
 * @param done false where it was left, because somebody uses it or has changed it
 */
public record Undone(boolean done, String sentence) {
    public static Undone done(String sentence) {
        return new Undone(true, sentence);
    }

    public static Undone left(String sentence) {
        return new Undone(false, sentence);
    }
}
