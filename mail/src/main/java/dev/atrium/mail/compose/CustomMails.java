package dev.atrium.mail.compose;

import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.mail.brand.MailBrand;
import dev.atrium.mail.template.CustomTemplate;
import dev.atrium.mail.template.TemplateSyntaxException;
import dev.atrium.support.store.AtriumStoreProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Mails as a realm or a project worded them itself.
 *
 * <p>The project's words come before the realm's; of either, those in the recipient's language, in what is left of it
 * without its last part, and in the realm's default language.
 */
public final class CustomMails {
    private static final Logger LOG = Logger.getLogger(CustomMails.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public CustomMails(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The mail; empty when the e-mail theme is to word it. */
    public Optional<WrittenMail> write(Ordered ordered) {
        return stored(ordered.kind(), ordered.project(), ordered.locale()).flatMap(stored -> {
            try {
                CustomTemplate.Written written = write(stored.template(), ordered);
                written.cut().forEach(cut -> warn(stored, "is not sent as written", cut));
                return Optional.of(written.mail());
            } catch (TemplateSyntaxException unusable) {
                warn(stored, "cannot be used, so the theme's template is used", unusable.problem());
                return Optional.empty();
            }
        });
    }

    /** The template that words this kind of mail in that language, if it is an own one. */
    Optional<StoredMailTemplate> stored(String kind, Optional<ProjectId> project, Locale locale) {
        return MailVariables.kinds().containsKey(kind)
                ? session.getProvider(AtriumStoreProvider.class)
                        .mailTemplates(realm)
                        .best(kind, project, languages(locale))
                : Optional.empty();
    }

    public CustomTemplate.Written write(MailTemplate template, Ordered ordered) throws TemplateSyntaxException {
        Map<String, String> values =
                new HashMap<>(MailBrand.of(session, realm, ordered.project()).values());
        values.putAll(ordered.values());
        return new CustomTemplate(template, MailVariables.kinds().getOrDefault(ordered.kind(), List.of()))
                .write(ordered.locale(), values);
    }

    private void warn(StoredMailTemplate stored, String what, TemplateProblem why) {
        LOG.warnf(
                "The custom template '%s' in '%s' of realm '%s' %s: %s",
                stored.key().kind(), stored.key().language().tag(), realm.getName(), what, why.message());
    }

    private List<Language> languages(Locale locale) {
        Stream<Language> theirs =
                Language.of(locale).map(Language::fallbacks).stream().flatMap(List::stream);
        String standard = realm.getDefaultLocale();
        Optional<Language> realms = Language.parse(standard == null || standard.isBlank() ? "en" : standard);
        return Stream.concat(theirs, realms.stream()).distinct().toList();
    }

    /** A mail to be written, with the values it has beside those of its brand. */
    public record Ordered(String kind, Optional<ProjectId> project, Locale locale, Map<String, String> values) {}
}
