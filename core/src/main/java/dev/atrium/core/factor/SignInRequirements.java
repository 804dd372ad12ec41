package dev.atrium.core.factor;

import dev.atrium.core.login.LoginMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a project asks of a sign-in before it gives anything.
 *
 * @param secondFactor whether a second factor is needed
 * @param methods one of these has to be used; any will do if it is empty
 * @param trustedProviders the identity providers whose word for a second factor is enough, besides those of the project
 * @param problem why the settings cannot be read; then nothing fulfils them
 */
public record SignInRequirements(
        boolean secondFactor, List<LoginMethod> methods, Set<String> trustedProviders, Optional<String> problem) {
    /** Organization attribute: {@code true} if a second factor is needed. */
    public static final String MFA_REQUIRED = "atrium.mfa-required";

    /** Organization attribute: the methods of which one has to be used, as several values or separated by blanks or commas. */
    public static final String METHODS = "atrium.required-methods";

    /** Organization attribute: aliases of identity providers, written in the same way, whose word for a second factor is enough. */
    public static final String TRUSTED_PROVIDERS = "atrium.mfa-providers";

    /** A project that asks nothing. */
    public static final SignInRequirements NONE = new SignInRequirements(false, List.of(), Set.of(), Optional.empty());

    public SignInRequirements {
        methods = List.copyOf(methods);
        trustedProviders = Set.copyOf(trustedProviders);
    }

    /** What these attributes of an organization say. */
    public static SignInRequirements read(Map<String, List<String>> attributes) {
        Optional<String> problem = problem(attributes);
        if (problem.isPresent()) {
            return new SignInRequirements(true, List.of(), Set.of(), problem);
        }
        boolean secondFactor = values(attributes, MFA_REQUIRED).anyMatch("true"::equals);
        List<LoginMethod> methods = values(attributes, METHODS)
                .flatMap(text -> LoginMethod.parse(text).stream())
                .distinct()
                .toList();
        Set<String> trusted = values(attributes, TRUSTED_PROVIDERS).collect(Collectors.toUnmodifiableSet());
        return secondFactor || !methods.isEmpty()
                ? new SignInRequirements(secondFactor, methods, trusted, Optional.empty())
                : NONE;
    }

    /** What is wrong with them, as a sentence for an admin; having none is not wrong. */
    public static Optional<String> problem(Map<String, List<String>> attributes) {
        List<String> required = values(attributes, MFA_REQUIRED).toList();
        if (required.size() > 1 || !required.stream().allMatch(text -> text.equals("true") || text.equals("false"))) {
            return Optional.of("The attribute %s must be true or false: it is '%s'"
                    .formatted(MFA_REQUIRED, String.join("', '", required)));
        }
        return values(attributes, METHODS)
                .filter(text -> LoginMethod.parse(text).isEmpty())
                .findFirst()
                .map(text ->
                        ("The attribute %s must hold sign-in methods: password, passkey, email-code, or idp: and the alias of an"
                                        + " identity provider, such as idp:google. '%s' is none")
                                .formatted(METHODS, text));
    }

    /**
     * Which identity provider they name that is not there, as a sentence for an admin.
     *
     * @param there whether a realm has a provider of this alias
     */
    public static Optional<String> unknownProvider(Map<String, List<String>> attributes, Predicate<String> there) {
        Stream<Map.Entry<String, String>> methods = values(attributes, METHODS)
                .flatMap(text -> LoginMethod.parse(text).stream())
                .filter(LoginMethod.Provider.class::isInstance)
                .map(method -> Map.entry(METHODS, ((LoginMethod.Provider) method).alias()));
        Stream<Map.Entry<String, String>> trusted =
                values(attributes, TRUSTED_PROVIDERS).map(alias -> Map.entry(TRUSTED_PROVIDERS, alias));
        return Stream.concat(methods, trusted)
                .filter(named -> !there.test(named.getValue()))
                .findFirst()
                .map(named ->
                        "The attribute %s names what is not there: there is no identity provider '%s' in this realm"
                                .formatted(named.getKey(), named.getValue()));
    }

    /** Whether anything is asked at all. */
    public boolean areAny() {
        return secondFactor || !methods.isEmpty() || problem.isPresent();
    }

    private static Stream<String> values(Map<String, List<String>> attributes, String name) {
        return Stream.ofNullable(attributes.get(name)) // admins may send null for one that they take away
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .flatMap(value -> Stream.of(value.split("[\\s,]+")))
                .filter(value -> !value.isEmpty());
    }
}
