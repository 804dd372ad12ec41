package dev.atrium.overrides.check;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/**
 * What tells a method from others of its class.
 *
 * @param descriptor its parameters and what it returns, as in a class file (JVM specification, section 4.3.3)
 */
public record MethodSignature(String name, String descriptor) {
    /** Reads the name with the descriptor right behind it. */
    public static MethodSignature parse(String text) {
        int parameters = text.indexOf('(');
        if (parameters < 1) {
            throw new IllegalArgumentException("not a method: " + text);
        }
        return new MethodSignature(text.substring(0, parameters), text.substring(parameters));
    }

    /** As a person writes it in prose: without packages, and without what it returns. */
    String inProse() {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Type::getClassName)
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    @Override
    public String toString() {
        return name + descriptor;
    }
}
