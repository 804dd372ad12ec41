package dev.atrium.mail.template;

import dev.atrium.mail.html.Limits;
import dev.atrium.mail.html.Utf8;
import java.io.Writer;

/** What is written, as long as it keeps to the limits. */
final class LimitedText extends Writer {
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();

    LimitedText(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        limits.write(Utf8.length(characters, from, length));
        text.append(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
