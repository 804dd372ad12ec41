package dev.atrium.store.message;

import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.membership.ProjectId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A row of ATRIUM_MAIL_TEMPLATE; one of the realm itself has a dash for its project, for nulls would all be different. */
@Entity(name = "AtriumMailTemplate")
@Table(name = "ATRIUM_MAIL_TEMPLATE")
public class MailTemplateEntity {
    static final String OF_REALM = "-";

    @Id
    @Column(name = "ID", length = 36)
    private String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    private String realmId;

    @Column(name = "PROJECT_ID", length = 36, nullable = false)
    private String projectId;

    @Column(name = "KIND", length = MailTemplateKey.LONGEST_KIND, nullable = false)
    private String kind;

    @Column(name = "LANGUAGE_TAG", length = 35, nullable = false)
    private String language;

    @Column(name = "SUBJECT", length = Length.LONG32, nullable = false)
    private String subject;

    @Column(name = "TEXT_BODY", length = Length.LONG32, nullable = false)
    private String text;

    @Column(name = "HTML_BODY", length = Length.LONG32)
    private @Nullable String html;

    @Column(name = "CHANGED_AT", nullable = false)
    private long changed;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected MailTemplateEntity() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the rest
    MailTemplateEntity(String id, String realmId, StoredMailTemplate stored) {
        this.id = id;
        this.realmId = realmId;
        this.projectId = project(stored.key().project());
        this.kind = stored.key().kind();
        this.language = stored.key().language().tag();
        replaceWith(stored);
    }

    static String project(Optional<ProjectId> project) {
        return project.map(ProjectId::value).orElse(OF_REALM);
    }

    final void replaceWith(StoredMailTemplate stored) {
        subject = stored.template().subject();
        text = stored.template().text();
        html = stored.template().html().orElse(null);
        changed = stored.changed().toEpochMilli();
    }

    StoredMailTemplate toTemplate() {
        Optional<ProjectId> project =
                Optional.of(projectId).filter(value -> !value.equals(OF_REALM)).map(ProjectId::new);
        return new StoredMailTemplate(
                new MailTemplateKey(project, kind, new Language(language)),
                new MailTemplate(subject, text, Optional.ofNullable(html)),
                Instant.ofEpochMilli(changed));
    }
}
