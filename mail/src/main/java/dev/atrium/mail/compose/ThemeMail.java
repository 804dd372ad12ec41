package dev.atrium.mail.compose;

import dev.atrium.mail.brand.MailBrand;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.outbox.message.MailContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.utils.StringUtil;

/** Mails as the realm's e-mail theme words them, or the pack where that theme has nothing to say. */
final class ThemeMail {
    private static final Logger LOG = Logger.getLogger(ThemeMail.class);
    private static final String OURS = "atrium";

    private final KeycloakSession session;
    private final RealmModel realm;

    ThemeMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** In the pack's own look where the realm's theme cannot write it, so that the mail is not lost. */
    MailContent write(MailRequest request) {
        Theme chosen = theme();
        try {
            return write(request, chosen);
        } catch (FreeMarkerException broken) {
            LOG.errorf(
                    broken,
                    "The e-mail theme '%s' of realm '%s' cannot render %s: correct it. The mail is sent with Atrium's own theme",
                    chosen.getName(),
                    realm.getName(),
                    request.kind().id());
        }
        try {
            return write(request, session.theme().getTheme(OURS, Theme.Type.EMAIL));
        } catch (FreeMarkerException broken) {
            throw new IllegalStateException("the e-mail theme cannot render " + request.kind(), broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the realm's theme says in that language. */
    MailMessages words(Locale locale) {
        return MailMessages.of(theme(), realm, locale);
    }

    private Theme theme() {
        try {
            return session.theme().getTheme(Theme.Type.EMAIL);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private MailContent write(MailRequest request, Theme theme) throws FreeMarkerException {
        MailMessages messages = MailMessages.of(theme, realm, request.locale());
        Map<String, Object> variables =
                new HashMap<>(MailBrand.of(session, realm, request.project()).themeVariables());
        variables.putAll(ThemeVariables.of(request.values()));
        String subject = messages.message(request.kind().subjectKey(), variables.getOrDefault("projectName", ""));
        variables.put("msg", messages);
        variables.put("locale", request.locale());
        variables.put("ltr", messages.leftToRight());
        variables.put("subject", subject);
        variables.put("realmName", realmName());
        variables.put("properties", properties(theme));
        FreeMarkerProvider templates = session.getProvider(FreeMarkerProvider.class);
        String file = request.kind().id() + ".ftl";
        return new MailContent(
                subject,
                templates.processTemplate(variables, "text/" + file, theme),
                templates.processTemplate(variables, "html/" + file, theme));
    }

    private String realmName() {
        return StringUtil.isBlank(realm.getDisplayName()) ? realm.getName() : realm.getDisplayName();
    }

    private static Object properties(Theme theme) {
        try {
            return theme.getProperties();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
