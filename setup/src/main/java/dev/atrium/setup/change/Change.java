package dev.atrium.setup.change;

/**
 * One change of a realm.
 *
 * @param what the object of the sentence, such as {@code the client scope fhirUser}
 * @param work does it, and tells what to remember
 */
public record Change(Verb verb, String what, Work work) {
    /** What is done, and the entry that remembers it. */
    @FunctionalInterface
    public interface Work {
        Entry run();
    }

    /** Before it is done. */
    public String would() {
        return verb.sentence(what, false);
    }

    /** After it is done. */
    public String did() {
        return verb.sentence(what, true);
    }
}
