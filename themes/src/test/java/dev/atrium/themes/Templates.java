package dev.atrium.themes;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be read off a template without running it. */
final class Templates {
    private static final Pattern MESSAGE = Pattern.compile("\\bmsg\\(\"([^\"]+)\"(?!\\s*\\+)");
    private static final Pattern FAMILY = Pattern.compile("\\bmsg\\(\"([^\"]+)\"\\s*\\+");
    private static final Pattern BUTTON_LABEL =
            Pattern.compile("<@(?:buttons|stage|choice|mail)\\.\\w+ [^>]*\\blabel=\"([^\"]+)\"");
    private static final Pattern DIRECTIVE = Pattern.compile(
            "</?[#@][^>]*>|\\$\\{[^}]*}|<style>.*?</style>|<script type=\"module\">.*?</script>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Templates() {}

    /** The keys written out in it; those a bean brings along are not among them. */
    static List<String> messageKeys(String template) {
        return Stream.of(MESSAGE, BUTTON_LABEL)
                .flatMap(pattern -> pattern.matcher(template).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** How the keys begin of which a bean brings along the end. */
    static List<String> messageFamilies(String template) {
        return FAMILY.matcher(template).results().map(found -> found.group(1)).toList();
    }

    /** The words it holds itself. */
    static String words(String template) {
        String withoutCode = DIRECTIVE.matcher(template).replaceAll(" ");
        return TAG.matcher(withoutCode)
                .replaceAll(" ")
                .replaceAll("[\\s·]+", " ")
                .strip();
    }
}
