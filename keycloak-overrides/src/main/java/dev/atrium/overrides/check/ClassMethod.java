package dev.atrium.overrides.check;

/**
 * A method of a class of Keycloak's.
 *
 * @param className with its package
 */
public record ClassMethod(String className, MethodSignature signature) {
    /** Reads {@code org.keycloak.Some name(descriptor)}. */
    static ClassMethod parse(String text) {
        String[] words = text.split(" ", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("not a class and its method: " + text);
        }
        return new ClassMethod(words[0], MethodSignature.parse(words[1]));
    }

    /** As a person writes it in prose. */
    String inProse() {
        return className + "." + signature.inProse();
    }

    @Override
    public String toString() {
        return className + " " + signature;
    }
}
