package dev.atrium.benchmarks.template;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.mail.template.CustomTemplate;
import dev.atrium.mail.template.TemplateSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Checking and writing a mail: one of usual length, and the longest there may be. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CustomTemplateBenchmark {
    private static final String TEXT = """
            Hello ${name},
            <#if link?has_content>open ${link}<#else>nothing to do</#if>
            ${words?has_content?then(words, "-")}
            """;
    private static final String HTML = """
            <p>Hello <b>${name}</b>,</p>
            <#if link?has_content><p><a href="${link}" style="color: ${colour}">Open</a></p></#if>
            <blockquote>${words}</blockquote>
            """;
    private static final List<TemplateVariable> VARIABLES = Stream.of("name", "link", "words", "colour")
            .map(name -> new TemplateVariable(name, "", ""))
            .toList();
    private static final Map<String, String> VALUES = Map.of(
            "name", "Ada", "link", "https://sign-in.example/" + "x".repeat(500), "words", "<Hi>", "colour", "#00665c");

    private final CustomTemplate usual = template(1);
    private final CustomTemplate longest = template(80);
    private final CustomTemplate costlyExpressions = new CustomTemplate(
            new MailTemplate(
                    "Hello",
                    "<#if words?url?url?url?url?url?url?url?url?url?url?has_content>x</#if>".repeat(900),
                    Optional.empty()),
            VARIABLES);
    private final CustomTemplate costlyHtml = new CustomTemplate(
            new MailTemplate("Hello", "Hello", Optional.of("<p style='a:((('>".repeat(3_500))), VARIABLES);

    @Benchmark
    public CustomTemplate.Written usual() throws TemplateSyntaxException {
        return usual.write(Locale.ENGLISH, VALUES);
    }

    @Benchmark
    public CustomTemplate.Written longest() throws TemplateSyntaxException {
        return longest.write(Locale.ENGLISH, VALUES);
    }

    @Benchmark
    public List<TemplateProblem> checkLongest() {
        return longest.problems();
    }

    /** Expressions that are written as often as they fit: stopped. */
    @Benchmark
    public Object costlyExpressions() {
        return writtenOrRefused(costlyExpressions, Map.of("words", "äb ".repeat(20_000)));
    }

    /** Open tags as many as fit: stopped, or written. */
    @Benchmark
    public Object costlyHtml() {
        return writtenOrRefused(costlyHtml, VALUES);
    }

    private static Object writtenOrRefused(CustomTemplate template, Map<String, String> values) {
        try {
            return template.write(Locale.ENGLISH, values);
        } catch (TemplateSyntaxException stopped) {
            return stopped.problem();
        }
    }

    private static CustomTemplate template(int times) {
        return new CustomTemplate(
                new MailTemplate("Hello ${name}", TEXT.repeat(times), Optional.of(HTML.repeat(times))), VARIABLES);
    }
}
