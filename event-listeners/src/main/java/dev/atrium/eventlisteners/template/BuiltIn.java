package dev.atrium.eventlisteners.template;

import dev.atrium.eventlisteners.template.Expression.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may stand behind a question mark: nothing whose cost or reach is more than that of its text. */
@SuppressWarnings("ImmutableEnumChecker") // the list is unmodifiable
enum BuiltIn {
    UPPER_CASE(Kind.TEXT, Kind.TEXT),
    LOWER_CASE(Kind.TEXT, Kind.TEXT),
    CAP_FIRST(Kind.TEXT, Kind.TEXT),
    UNCAP_FIRST(Kind.TEXT, Kind.TEXT),
    CAPITALIZE(Kind.TEXT, Kind.TEXT),
    TRIM(Kind.TEXT, Kind.TEXT),
    URL(Kind.TEXT, Kind.TEXT),
    HAS_CONTENT(Kind.TEXT, Kind.CONDITION),
    STARTS_WITH(Kind.TEXT, Kind.CONDITION, Kind.TEXT),
    ENDS_WITH(Kind.TEXT, Kind.CONDITION, Kind.TEXT),
    THEN(Kind.CONDITION, Kind.TEXT, Kind.TEXT, Kind.TEXT);

    private final Kind of;
    private final Kind gives;
    private final List<Kind> parameters;

    BuiltIn(Kind of, Kind gives, Kind... parameters) {
        this.of = of;
        this.gives = gives;
        this.parameters = List.of(parameters);
    }

    static Optional<BuiltIn> named(String name) {
        return Arrays.stream(values())
                .filter(builtIn -> builtIn.written().equals(name))
                .findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(builtIn -> "?" + builtIn.written()).collect(Collectors.joining(", "));
    }

    Kind of() {
        return of;
    }

    Kind gives() {
        return gives;
    }

    List<Kind> parameters() {
        return parameters;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
