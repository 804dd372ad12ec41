package dev.atrium.core.scope;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Scopes for the laws, from few enough words that they often meet. */
final class ArbitraryScopes {
    private ArbitraryScopes() {}

    /** Sets in which readable scopes, and now and then others, stand together. */
    static Arbitrary<ScopeSet> sets() {
        return Arbitraries.frequencyOf(List.of(Tuple.of(8, readable()), Tuple.of(1, nearly())))
                .list()
                .ofMaxSize(8)
                .map(texts -> ScopeSet.parse(String.join(" ", texts)));
    }

    static Arbitrary<String> readable() {
        Arbitrary<String> names = Arbitraries.of("openid", "fhirUser", "profile", "offline_access", "online_access");
        Arbitrary<String> others =
                Arbitraries.of("launch", "launch/patient", "launch/list", "launch/list?role=a", "__x", "a://b");
        return Arbitraries.frequencyOf(List.of(Tuple.of(6, resource()), Tuple.of(1, names), Tuple.of(1, others)));
    }

    static Arbitrary<String> resource() {
        Arbitrary<String> query =
                parameter().list().ofMinSize(1).ofMaxSize(2).map(each -> "?" + String.join("&", each));
        Arbitrary<String> type = Arbitraries.of("Observation", "Condition", "Patient");
        Arbitrary<String> granular = Combinators.combine(level(), type, letters(), query)
                .as((level, name, permission, search) -> level + "/" + name + "." + permission + search);
        Arbitrary<String> permission = Arbitraries.oneOf(letters(), Arbitraries.of("read", "write", "*"));
        Arbitrary<String> whole = Combinators.combine(
                        level(), Arbitraries.oneOf(type, Arbitraries.just("*")), permission)
                .as((level, name, allowed) -> level + "/" + name + "." + allowed);
        return Arbitraries.oneOf(whole, granular);
    }

    /** Three scopes, the later ones mostly part of the earlier, so that what is said of related scopes is tried. */
    static Arbitrary<List<String>> chains() {
        Arbitrary<List<String>> parts = Combinators.combine(
                        level(),
                        bits(),
                        bits(),
                        bits(),
                        Arbitraries.of(true, true, true, false),
                        parameter(),
                        parameter())
                .as((level, first, second, third, subset, one, other) -> List.of(
                        level + "/*." + letters(first),
                        level + "/Observation." + letters(subset ? meet(first, second) : second) + "?" + one,
                        level + "/Observation." + letters(subset ? meet(first, meet(second, third)) : third) + "?" + one
                                + "&" + other));
        Arbitrary<List<String>> unrelated = resource().list().ofSize(3);
        return Arbitraries.frequencyOf(List.of(Tuple.of(4, parts), Tuple.of(1, unrelated)));
    }

    private static Arbitrary<Integer> bits() {
        return Arbitraries.integers().between(1, 31);
    }

    /** What both have in common, or the first where that is nothing. */
    private static int meet(int first, int second) {
        return (first & second) == 0 ? first : first & second;
    }

    private static String letters(int bits) {
        return new Interactions(bits).letters();
    }

    /** What is almost a scope: fragments of the grammar in any order. */
    static Arbitrary<String> nearly() {
        return Arbitraries.of(
                        "patient",
                        "user/",
                        "system/",
                        "launch",
                        "/",
                        "*",
                        "Observation",
                        "Foo",
                        ".",
                        "rs",
                        "cruds",
                        "read",
                        "?",
                        "a",
                        "=",
                        "&",
                        ":",
                        "_count",
                        "role=",
                        ",",
                        "%2C",
                        "%",
                        "%zz",
                        "\u0000",
                        "\"",
                        "openid",
                        "__",
                        "é",
                        "http://smarthealthit.org/fhir/scopes/",
                        "http://openid.net/specs/openid-connect-core-1_0#",
                        "://",
                        "-",
                        "1")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    private static Arbitrary<String> level() {
        return Arbitraries.of("patient", "user", "system");
    }

    private static Arbitrary<String> letters() {
        return bits().map(ArbitraryScopes::letters);
    }

    private static Arbitrary<String> parameter() {
        Arbitrary<List<String>> values =
                Arbitraries.of("x", "y", "z", "%78", "y%5C").list().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(Arbitraries.of("code", "status", "_tag"), values)
                .as((name, each) -> each.stream().collect(Collectors.joining(",", name + "=", "")));
    }
}
