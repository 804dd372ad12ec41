package dev.atrium.eventlisteners.mail;

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
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/**
 * The words of mails in one language.
 *
 * <p>Unlike Keycloak's own, {@code msg} in a template takes names as they are: nothing in a name is looked up.
 */
public final class MailWords implements TemplateMethodModelEx {
    private static final String PREFIX = "atrium.mail.";

    private final Locale locale;
    private final Properties messages;

    private MailWords(Locale locale, Properties messages) {
        this.locale = locale;
        this.messages = messages;
    }

    static MailWords of(Theme theme, RealmModel realm, Locale locale) {
        try {
            return new MailWords(locale, theme.getEnhancedMessages(realm, locale));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One of Atrium's messages about mails. */
    public String say(String key, Object... values) {
        return message(PREFIX + key, values);
    }

    String message(String key, Object... values) {
        return new MessageFormat(messages.getProperty(key, key), locale).format(values);
    }

    /** Whether it is written from left to right, found out as Keycloak does. */
    boolean leftToRight() {
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
