package dev.atrium.overrides.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.keycloak.theme.ClasspathThemeResourceProviderFactory;

/**
 * Messages for all themes in languages that are written in more than one script, in files named as those of Keycloak's
 * themes are ({@code messages_zh_Hans.properties}), which Keycloak does not find where they are for all themes.
 */
public final class ScriptedMessagesResourceProviderFactory extends ClasspathThemeResourceProviderFactory {
    public ScriptedMessagesResourceProviderFactory() {
        super("atrium-scripts", ScriptedMessagesResourceProviderFactory.class.getClassLoader());
    }

    @Override
    public Properties getMessages(String bundle, Locale locale) throws IOException {
        Properties messages = new Properties();
        String script = script(locale);
        if (!script.isEmpty()) {
            String file = bundle + "_" + locale.getLanguage() + "_" + script + ".properties";
            loadMessages(messages, classLoader.getResource(THEME_RESOURCES_MESSAGES + file));
        }
        return messages;
    }

    /** As Keycloak's themes have it: zh-CN is zh-Hans, and zh-TW is zh-Hant. */
    private static String script(Locale locale) {
        if (!locale.getLanguage().equals("zh")) {
            return locale.getScript();
        }
        return switch (locale.getCountry()) {
            case "CN" -> "Hans";
            case "TW" -> "Hant";
            default -> locale.getScript();
        };
    }

    @Override
    public @Nullable URL getTemplate(String name) {
        return null;
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String path) {
        return null;
    }
}
