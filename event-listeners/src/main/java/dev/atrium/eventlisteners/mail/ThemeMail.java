package dev.atrium.eventlisteners.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/** Mails as the realm's e-mail theme words them, or the pack where that theme has nothing to say. */
final class ThemeMail {
    private final KeycloakSession session;
    private final RealmModel realm;

    ThemeMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    MailContent write(MailOrder order) {
        try {
            Theme theme = session.theme().getTheme(Theme.Type.EMAIL);
            Properties messages = theme.getEnhancedMessages(realm, order.locale());
            Map<String, Object> variables = new HashMap<>(order.variables());
            variables.put("msg", new MessageFormatterMethod(order.locale(), messages));
            variables.put("locale", order.locale());
            variables.put("properties", theme.getProperties());
            String subjectKey = order.kind().subjectKey();
            String subject = new MessageFormat(messages.getProperty(subjectKey, subjectKey), order.locale())
                    .format(new Object[] {variables.getOrDefault("projectName", "")});
            FreeMarkerProvider templates = session.getProvider(FreeMarkerProvider.class);
            String file = order.kind().id() + ".ftl";
            return new MailContent(
                    subject,
                    templates.processTemplate(variables, "text/" + file, theme),
                    templates.processTemplate(variables, "html/" + file, theme));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FreeMarkerException broken) {
            throw new IllegalStateException("the e-mail theme cannot write " + order.kind(), broken);
        }
    }
}
