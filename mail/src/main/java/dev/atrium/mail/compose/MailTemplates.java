package dev.atrium.mail.compose;

import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.ProjectMail;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.mail.TemplateProblem;
import dev.atrium.core.mail.TemplateVariable;
import dev.atrium.core.mail.WrittenMail;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.outbox.MessageId;
import dev.atrium.mail.brand.MailBrand;
import dev.atrium.mail.language.MailMessages;
import dev.atrium.mail.template.CustomTemplate;
import dev.atrium.mail.template.TemplateSyntaxException;
import dev.atrium.outbox.message.MailContent;
import dev.atrium.outbox.message.MailKind;
import dev.atrium.outbox.message.MailOccasion;
import dev.atrium.outbox.smtp.MailOutbox;
import dev.atrium.outbox.smtp.SenderSettings;
import dev.atrium.support.mail.MailTemplateProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Tries own templates out. */
final class MailTemplates implements MailTemplateProvider {
    private static final String TEST = "[Test] ";

    private final KeycloakSession session;

    MailTemplates(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Map<String, List<TemplateVariable>> kinds() {
        return MailVariables.kinds();
    }

    @Override
    public List<TemplateProblem> check(String kind, MailTemplate template) {
        return new CustomTemplate(template, kinds().getOrDefault(kind, List.of())).problems();
    }

    @Override
    public Preview preview(RealmModel realm, MailTemplateKey key, Optional<MailTemplate> draft) {
        if (draft.isPresent()) {
            Preview preview = own(realm, key, draft.get(), Origin.DRAFT);
            return preview.problems().isEmpty()
                    ? preview
                    : new Preview(Origin.DRAFT, Optional.empty(), preview.problems());
        }
        return new CustomMails(session, realm)
                .stored(key.kind(), key.project(), key.language().locale())
                .map(stored -> own(realm, key, stored.template(), origin(stored)))
                .orElseGet(() -> new Preview(Origin.THEME, themes(realm, key), List.of()));
    }

    @Override
    public MessageId sendTest(RealmModel realm, MailTemplateKey key, WrittenMail mail, String address) {
        MailContent content = MailContent.of(new WrittenMail(TEST + mail.subject(), mail.text(), mail.html()));
        return new MailOutbox(session, realm)
                .add(new MailOutbox.Letter(address, "test-" + key.kind(), content, Optional.empty(), key.project()));
    }

    @Override
    public ProjectMail sender(RealmModel realm, ProjectId project) {
        return new SenderSettings(session, realm).of(project);
    }

    @Override
    public void close() {}

    private Preview own(RealmModel realm, MailTemplateKey key, MailTemplate template, Origin origin) {
        List<TemplateProblem> problems = check(key.kind(), template);
        try {
            WrittenMail mail = new CustomMails(session, realm)
                    .write(
                            template,
                            new CustomMails.Ordered(
                                    key.kind(), key.project(), key.language().locale(), samples(realm, key)))
                    .mail();
            return new Preview(origin, Optional.of(mail), problems);
        } catch (TemplateSyntaxException unusable) {
            return new Preview(origin, Optional.empty(), problems.isEmpty() ? List.of(unusable.problem()) : problems);
        }
    }

    /** The theme words Atrium's own mails from the same values; for Keycloak's it needs what only Keycloak has. */
    private Optional<WrittenMail> themes(RealmModel realm, MailTemplateKey key) {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.id().equals(key.kind()))
                .findFirst()
                .map(kind -> new MailRequest(
                        kind,
                        "",
                        key.language().locale(),
                        Optional.empty(),
                        key.project(),
                        sampleValues(realm, key),
                        MailOccasion.NONE))
                .map(request -> new ThemeMail(session, realm).write(request).written());
    }

    /** What the realm and the project have is shown as it is. */
    private Map<String, String> samples(RealmModel realm, MailTemplateKey key) {
        MailMessages messages =
                new ThemeMail(session, realm).words(key.language().locale());
        Map<String, String> samples = MailSamples.of(kinds().getOrDefault(key.kind(), List.of()), messages);
        samples.putAll(MailBrand.of(session, realm, key.project()).values());
        return samples;
    }

    private Map<MailVariables, String> sampleValues(RealmModel realm, MailTemplateKey key) {
        Map<String, String> samples = samples(realm, key);
        return Arrays.stream(MailVariables.values())
                .filter(variable -> samples.containsKey(variable.written()))
                .collect(Collectors.toMap(variable -> variable, variable -> samples.get(variable.written())));
    }

    private static Origin origin(StoredMailTemplate stored) {
        return stored.key().project().isPresent() ? Origin.PROJECT : Origin.REALM;
    }
}
