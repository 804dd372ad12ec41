package dev.atrium.core.login;

import dev.atrium.core.login.LoginMethod.Own;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that somebody can choose from.
 *
 * @param methods the one to suggest first
 */
public record OfferedMethods(List<LoginMethod> methods) {
    private static final String ANY_PROVIDER = "idp";

    public OfferedMethods {
        methods = methods.stream().distinct().toList();
    }

    /** As {@link #text()} writes them. */
    public static OfferedMethods parse(String text) {
        return new OfferedMethods(Arrays.stream(text.split(" "))
                .map(LoginMethod::parse)
                .flatMap(Optional::stream)
                .toList());
    }

    /** What sort of method it is, without the name of a provider. */
    public static String kind(LoginMethod method) {
        return method instanceof LoginMethod.Provider ? ANY_PROVIDER : method.text();
    }

    /** The same, those of this kind before the others. */
    public OfferedMethods preferring(String kind) {
        return first(
                methods.stream().filter(method -> kind(method).equals(kind)).toList());
    }

    /** The same, these before the others, as far as they are offered. */
    public OfferedMethods first(List<LoginMethod> preferred) {
        return new OfferedMethods(Stream.concat(preferred.stream().filter(methods::contains), methods.stream())
                .toList());
    }

    /**
     * The one to go on with, if there is nothing to ask: the only one, or the password where the page for it offers all
     * that is left, which is a passkey.
     */
    public Optional<LoginMethod> withoutQuestion() {
        boolean onPasswordPage = !methods.isEmpty()
                && methods.get(0) == Own.PASSWORD
                && Set.of(Own.PASSWORD, Own.PASSKEY).containsAll(methods);
        return methods.stream().findFirst().filter(first -> methods.size() == 1 || onPasswordPage);
    }

    public boolean has(LoginMethod method) {
        return methods.contains(method);
    }

    public boolean isEmpty() {
        return methods.isEmpty();
    }

    /** Whether there is anything to choose. */
    public boolean isChoice() {
        return methods.size() > 1;
    }

    /** Their texts, separated by blanks. */
    public String text() {
        return methods.stream().map(LoginMethod::text).collect(Collectors.joining(" "));
    }
}
