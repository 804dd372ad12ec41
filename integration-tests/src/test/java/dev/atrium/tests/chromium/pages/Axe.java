package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core, which finds what keeps people from using a page (WCAG 2.2 A and AA, and its own best practices). */
final class Axe {
    private static final String SCRIPT = read();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
              found => done(found.violations.map(each =>
                each.id + ': ' + each.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | '))),
              failure => done(['axe failed: ' + failure]));
            """;

    private final Chromium chromium;

    Axe(Chromium chromium) {
        this.chromium = chromium;
    }

    /** What it finds on the page that the browser shows, each with its place. */
    List<String> violations() {
        chromium.run("if (!window.axe) { (0, eval)(arguments[0]); }", SCRIPT);
        return ((List<?>) chromium.runAsync(RUN)).stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream in = Axe.class.getClassLoader().getResourceAsStream("axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
