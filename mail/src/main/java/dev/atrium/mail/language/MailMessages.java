package dev.atrium.mail.language;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * The words of mails in one language.
 *
 * <p>Unlike Keycloak's own, {@code msg} in a template takes names as they are: nothing in a name is looked up.
 */
public final class MailMessages implements TemplateMethodModelEx {
    private static final Logger LOG = Logger.getLogger(MailMessages.class);
    private static final String PREFIX = "atrium.mail.";

    /** Unicode, annex 9, section 2.4. */
    private static final char FIRST_STRONG_ISOLATE = '\u2068';

    private static final char POP_ISOLATE = '\u2069';

    private final Locale locale;
    private final Properties messages;

    private MailMessages(Locale locale, Properties messages) {
        this.locale = locale;
        this.messages = messages;
    }

    public static MailMessages of(Theme theme, RealmModel realm, Locale locale) {
        try {
            return new MailMessages(locale, theme.getEnhancedMessages(realm, locale));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One of Atrium's messages about mails. */
    public String say(String key, Object... values) {
        return message(PREFIX + key, values);
    }

    public Locale locale() {
        return locale;
    }

    public String message(String key, Object... values) {
        Object[] apart = Stream.of(values).map(this::apart).toArray();
        String text = messages.getProperty(key, key);
        try {
            return new MessageFormat(text, locale).format(apart);
        } catch (IllegalArgumentException noPattern) {
            LOG.errorf(
                    "The placeholders of message %s cannot be filled in, so it is sent without them: %s",
                    key, noPattern.getMessage());
            return text;
        }
    }

    /** Where writing goes both ways, a name stands for itself, so that what is around it keeps its place. */
    private Object apart(Object value) {
        String text = String.valueOf(value);
        boolean bothWays = !leftToRight() || Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return bothWays ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE : value;
    }

    /** Whether it is written from left to right, found out as Keycloak does. */
    public boolean leftToRight() {
        String tag = locale.getLanguage();
        String name = messages.getProperty("locale_" + tag, locale.getDisplayLanguage(locale));
        return new Bidi(name, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight();
    }

    @Override
    @SuppressWarnings("rawtypes") // FreeMarker's own signature
    public Object exec(List arguments) throws TemplateModelException {
        Object[] values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = text(arguments.get(i + 1));
        }
        return message(text(arguments.get(0)), values);
    }

    private static String text(Object argument) throws TemplateModelException {
        return argument instanceof TemplateScalarModel scalar ? scalar.getAsString() : String.valueOf(argument);
    }
}
