package dev.atrium.mail.template;

import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mails that a template makes of sample values: of all, of none, and with each of them missing. What only other
 * values bring out is found when a mail is sent.
 */
final class SampleMails {
    private static final Set<String> NEVER_EMPTY = Set.of("colour");
    private static final String SOMETHING = "https://example.org/";

    private final CustomTemplate template;
    private final List<TemplateVariable> variables;

    SampleMails(CustomTemplate template, List<TemplateVariable> variables) {
        this.template = template;
        this.variables = variables;
    }

    /** What is wrong with them. */
    List<TemplateProblem> problems() {
        Set<TemplateProblem> problems = new LinkedHashSet<>();
        try {
            for (Map<String, String> values : samples()) {
                problems.addAll(template.write(Locale.ENGLISH, values).cut());
            }
        } catch (TemplateSyntaxException unusable) {
            problems.add(unusable.problem());
        }
        return List.copyOf(problems);
    }

    private List<Map<String, String>> samples() {
        Map<String, String> all = new HashMap<>();
        variables.forEach(
                variable -> all.put(variable.name(), variable.sample().isEmpty() ? SOMETHING : variable.sample()));
        List<Map<String, String>> samples = new ArrayList<>();
        samples.add(all);
        List<String> missing = variables.stream()
                .map(TemplateVariable::name)
                .filter(name -> !NEVER_EMPTY.contains(name))
                .toList();
        missing.forEach(name -> samples.add(without(all, List.of(name))));
        samples.add(without(all, missing));
        return samples;
    }

    private static Map<String, String> without(Map<String, String> values, List<String> missing) {
        Map<String, String> left = new HashMap<>(values);
        left.keySet().removeAll(missing);
        return left;
    }
}
