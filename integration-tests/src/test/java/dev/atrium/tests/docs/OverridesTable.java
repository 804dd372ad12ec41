package dev.atrium.tests.docs;

import dev.atrium.overrides.check.OverrideEntry;
import dev.atrium.overrides.check.OverrideList;
import dev.atrium.overrides.check.OverridingClass;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of overrides as {@code docs/keycloak-internals.md} has it; of factories, which only make the others, their providers. */
record OverridesTable(OverrideList list) {
    private static final String LINE = "<br>";

    String markdown() {
        return Stream.concat(
                        Stream.of(
                                "| | class | what we change | so that | without it | shown by |",
                                "|---|---|---|---|---|---|"),
                        list.entries().stream().map(OverridesTable::row))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(OverrideEntry entry) {
        List<OverridingClass> classes = entry.classes().stream()
                .filter(one -> !one.name().endsWith("Factory"))
                .toList();
        return Stream.of(
                        "**" + entry.subject() + "**",
                        lines(classes.stream().map(one -> code(one.name()) + " on " + code(one.base()))),
                        lines(Stream.concat(
                                classes.stream().map(OverridesTable::methods),
                                entry.providers().stream()
                                        .map(one -> "provider `" + one.spi() + "` `" + one.id() + "`"))),
                        entry.guards(),
                        entry.without(),
                        lines(entry.tests().stream().map(OverridesTable::code)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String methods(OverridingClass one) {
        return one.methods().stream()
                .map(method -> "`" + method.signature().name() + "`")
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String lines(Stream<String> parts) {
        return parts.collect(Collectors.joining(LINE));
    }

    private static String code(String className) {
        return "`" + className.substring(className.lastIndexOf('.') + 1) + "`";
    }
}
