package dev.atrium.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.core.mail.Language;
import dev.atrium.core.mail.MailTemplate;
import dev.atrium.core.mail.MailTemplateFilter;
import dev.atrium.core.mail.MailTemplateKey;
import dev.atrium.core.mail.MailTemplateStore;
import dev.atrium.core.mail.StoredMailTemplate;
import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How own mail templates are kept, and which one a mail is written by. */
abstract class MailTemplateStoreContract extends StoreContract {
    private static final Language GERMAN = new Language("de");
    private static final Language SWISS = new Language("de-CH");
    private static final Language ENGLISH = new Language("en");
    private static final Optional<ProjectId> REALM = Optional.empty();
    private static final Optional<ProjectId> PROJECT = Optional.of(HOSPITAL);

    private final MailTemplateStore templates = mailTemplates(realm);
    private final MailTemplateStore templatesElsewhere = mailTemplates(otherRealm);

    MailTemplateStoreContract(TestDatabase database) {
        super(database);
    }

    @Nested
    class Given_a_template {
        private final StoredMailTemplate template = saved(PROJECT, "welcome", GERMAN);

        @Test
        void finds_it_as_it_was_saved() {
            assertThat(templates.find(template.key())).contains(template);
        }

        @Test
        void another_one_takes_its_place() {
            StoredMailTemplate later = new StoredMailTemplate(
                    template.key(),
                    new MailTemplate("Später", "ä".repeat(32_000), Optional.empty()),
                    NOON.plusSeconds(1));
            templates.save(later);
            assertThat(templates.find(template.key())).contains(later);
            assertThat(templates.count(new MailTemplateFilter(PROJECT, Optional.empty())))
                    .isOne();
        }

        @Test
        void is_found_in_its_realm_project_kind_and_language_only() {
            assertThat(templatesElsewhere.find(template.key())).isEmpty();
            assertThat(templates.find(key(REALM, "welcome", GERMAN))).isEmpty();
            assertThat(templates.find(key(Optional.of(SURGERY), "welcome", GERMAN)))
                    .isEmpty();
            assertThat(templates.find(key(PROJECT, "invitation", GERMAN))).isEmpty();
            assertThat(templates.find(key(PROJECT, "welcome", SWISS))).isEmpty();
        }

        @Test
        void is_deleted_once() {
            assertThat(templatesElsewhere.delete(template.key())).isEqualTo(Outcome.NOT_FOUND);
            assertThat(templates.delete(template.key())).isEqualTo(Outcome.DONE);
            assertThat(templates.delete(template.key())).isEqualTo(Outcome.NOT_FOUND);
            assertThat(templates.find(template.key())).isEmpty();
        }

        @Test
        void goes_with_its_project() {
            StoredMailTemplate ofRealm = saved(REALM, "welcome", GERMAN);
            new Removals(database, realm).organization(HOSPITAL);
            assertThat(templates.find(template.key())).isEmpty();
            assertThat(templates.find(ofRealm.key())).isPresent();
        }

        @Test
        void goes_with_its_realm() {
            new Removals(database, otherRealm).realm();
            assertThat(templates.find(template.key())).isPresent();
            new Removals(database, realm).realm();
            assertThat(templates.find(template.key())).isEmpty();
        }
    }

    @Nested
    class Given_several_templates {
        @Test
        void lists_those_of_the_realm_or_of_one_project_by_kind_and_language() {
            StoredMailTemplate second = saved(PROJECT, "welcome", GERMAN);
            StoredMailTemplate first = saved(PROJECT, "invitation", SWISS);
            StoredMailTemplate ofRealm = saved(REALM, "welcome", GERMAN);
            assertThat(templates.list(new MailTemplateFilter(PROJECT, Optional.empty()), ALL))
                    .containsExactly(first, second);
            assertThat(templates.list(new MailTemplateFilter(PROJECT, Optional.empty()), new Page(1, 1)))
                    .containsExactly(second);
            assertThat(templates.list(new MailTemplateFilter(PROJECT, Optional.of("invitation")), ALL))
                    .containsExactly(first);
            assertThat(templates.list(new MailTemplateFilter(REALM, Optional.empty()), ALL))
                    .containsExactly(ofRealm);
        }

        @Test
        void the_best_is_the_projects_in_the_first_language_there_is() {
            saved(REALM, "welcome", SWISS);
            StoredMailTemplate ofRealm = saved(REALM, "welcome", GERMAN);
            assertThat(best(PROJECT, GERMAN, ENGLISH)).contains(ofRealm);
            StoredMailTemplate english = saved(PROJECT, "welcome", ENGLISH);
            assertThat(best(PROJECT, SWISS, GERMAN, ENGLISH)).contains(english);
            StoredMailTemplate german = saved(PROJECT, "welcome", GERMAN);
            assertThat(best(PROJECT, SWISS, GERMAN, ENGLISH)).contains(german);
            assertThat(best(Optional.of(SURGERY), GERMAN)).contains(ofRealm);
            assertThat(best(REALM, GERMAN, ENGLISH)).contains(ofRealm);
            assertThat(best(REALM, ENGLISH)).isEmpty();
        }

        @Test
        void the_best_takes_one_statement() {
            assertThat(database.statements(() -> best(PROJECT, SWISS, GERMAN))).isOne();
        }

        private Optional<StoredMailTemplate> best(Optional<ProjectId> project, Language... languages) {
            return templates.best("welcome", project, List.of(languages));
        }
    }

    private StoredMailTemplate saved(Optional<ProjectId> project, String kind, Language language) {
        StoredMailTemplate template = new StoredMailTemplate(
                key(project, kind, language), new MailTemplate("Subject", "Text", Optional.of("<p>Text</p>")), NOON);
        templates.save(template);
        return template;
    }

    private static MailTemplateKey key(Optional<ProjectId> project, String kind, Language language) {
        return new MailTemplateKey(project, kind, language);
    }
}
