package dev.atrium.http.request;

import dev.atrium.core.store.Page;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The query of a request; one that is not understood is refused, for a filter that is ignored shows too much. */
public final class QueryParameters {
    static final int MAX_UNLESS_SAID = 20;

    private static final int LONGEST = 255;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, List<String>> query;

    /** Refuses a query with a parameter that is not among these. */
    public QueryParameters(Map<String, List<String>> query, Set<String> known) {
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refused(Problem.unknownField(
                            Text.shown(name),
                            "There is no such query parameter; remove it or use one of "
                                    + String.join(", ", known.stream().sorted().toList()) + "."));
                });
        this.query = query;
    }

    public Optional<String> line(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = values.get(0);
        if (values.size() > 1 || value.isBlank() || value.length() > LONGEST || !Text.isLine(value)) {
            throw Refused.field(
                    name, "Must be given once, with 1 to " + LONGEST + " characters and no control characters.");
        }
        return Optional.of(value);
    }

    public Optional<Boolean> flag(String name) {
        return line(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refused.field(name, "Must be true or false.");
        });
    }

    /**
     * The page that {@code first}, {@code max} and {@code after} ask for.
     *
     * @param exists whether there is something with the id that {@code after} names
     */
    public Page page(Predicate<String> exists) {
        Page page = page();
        Optional<String> after = line("after");
        if (after.isPresent() && line("first").isPresent()) {
            throw Refused.field("after", "Cannot be used together with first.");
        }
        if (after.filter(exists.negate()).isPresent()) {
            throw Refused.field("after", "There is nothing with this id any more; start again from the beginning.");
        }
        return new Page(page.first(), page.max(), after);
    }

    /** The page that {@code first} and {@code max} ask for. */
    public Page page() {
        int first = number("first", 0);
        if (first > Page.FURTHEST) {
            throw Refused.field(
                    "first",
                    "Must be at most " + Page.FURTHEST
                            + "; use after, with the id of the last entry you have, instead.");
        }
        int max = number("max", MAX_UNLESS_SAID);
        if (max < 1 || max > Page.MOST) {
            throw Refused.field("max", "Must be a number from 1 to " + Page.MOST + ".");
        }
        return new Page(first, max);
    }

    private int number(String name, int unlessSaid) {
        return line(name)
                .map(value -> {
                    if (!NUMBER.matcher(value).matches()) {
                        throw Refused.field(name, "Must be a whole number from 0 to 999999999.");
                    }
                    return Integer.parseInt(value);
                })
                .orElse(unlessSaid);
    }
}
