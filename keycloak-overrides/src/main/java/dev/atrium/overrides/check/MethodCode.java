package dev.atrium.overrides.check;

import java.util.List;
import java.util.Set;

/**
 * What one method of a class file does.
 *
 * @param text its instructions
 * @param calls the methods it calls, wherever they stand
 * @param lambdas the methods of its own class that the compiler made of its lambdas, in their order
 */
record MethodCode(String text, Set<MethodSignature> calls, List<MethodSignature> lambdas) {
    MethodCode {
        calls = Set.copyOf(calls);
        lambdas = List.copyOf(lambdas);
    }
}
