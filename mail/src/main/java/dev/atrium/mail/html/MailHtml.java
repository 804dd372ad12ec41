package dev.atrium.mail.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;

/**
 * The HTML of a mail: read by OWASP's parser, cut to what mails need, and written anew.
 *
 * @param html with the one-time values in their places
 * @param cut what was left out, in sentences
 * @param misplaced whether a one-time value stands where it may not, so that this must not be sent
 */
public record MailHtml(String html, List<String> cut, boolean misplaced) {
    private static final int MOST_CUT = 20;

    static {
        // What the parser makes ready at its first use is no mail's cost.
        of("<p style=\"color: #000000\"><a href=\"https://example.org/\">x</a></p>", new OneTimeValues(Map.of()));
    }

    public static MailHtml of(String html, OneTimeValues once) {
        StringBuilder written = new StringBuilder();
        Set<String> cut = new LinkedHashSet<>();
        HtmlWriting writing =
                new HtmlWriting(HtmlStreamRenderer.create(written, cut::add), once, new Limits(Limits.LONGEST_OF_HTML));
        HtmlReading[] reading = new HtmlReading[1];
        HtmlSanitizer.sanitize(html, HtmlPolicy.FACTORY.apply(writing, new CutParts(), cut), policy -> {
            reading[0] = new HtmlReading(policy, writing, once, cut);
            return reading[0];
        });
        return new MailHtml(
                written.toString(),
                cut.stream().limit(MOST_CUT).toList(),
                reading[0].misplaced() || writing.misplaced());
    }
}
