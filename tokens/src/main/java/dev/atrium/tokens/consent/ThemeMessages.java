package dev.atrium.tokens.consent;

import dev.atrium.directory.scope.ScopeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** The words of the realm's login theme, where a person was asked, in the language of who reads them now. */
final class ThemeMessages implements ScopeText.Messages {
    private final Locale locale;
    private final Properties messages;

    ThemeMessages(KeycloakSession session, UserModel viewer) {
        this.locale = session.getContext().resolveLocale(viewer);
        try {
            this.messages = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(session.getContext().getRealm(), locale);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String get(String key, Object... parameters) {
        String text = messages.getProperty(key);
        return text == null ? key : new MessageFormat(text, locale).format(parameters);
    }
}
