package dev.atrium.mail.template;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import java.io.IOException;
import java.io.Writer;

/**
 * How values are printed into HTML: all but letters and digits as character references, so that a value ends nothing it
 * stands in, not even an attribute without quotes.
 */
final class EscapedValues extends CommonMarkupOutputFormat<EscapedValues.Escaped> {
    static final EscapedValues INSTANCE = new EscapedValues();

    private EscapedValues() {}

    /** A value in HTML. */
    static final class Escaped extends CommonTemplateMarkupOutputModel<Escaped> {
        private Escaped(String plain, String markup) {
            super(plain, markup);
        }

        @Override
        public EscapedValues getOutputFormat() {
            return INSTANCE;
        }
    }

    @Override
    public String getName() {
        return "HTML of mails";
    }

    @Override
    public String getMimeType() {
        return "text/html";
    }

    @Override
    public void output(String value, Writer out) throws IOException {
        out.write(escapePlainText(value));
    }

    @Override
    public String escapePlainText(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 16);
        value.chars().forEach(c -> {
            if (c >= 128 || Character.isLetterOrDigit(c)) {
                escaped.append((char) c);
            } else {
                escaped.append("&#").append(c).append(';');
            }
        });
        return escaped.toString();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtIn) {
        return false;
    }

    @Override
    protected Escaped newTemplateMarkupOutputModel(String plain, String markup) {
        return new Escaped(plain, markup);
    }
}
