package dev.atrium.core.mail;

import dev.atrium.core.membership.ProjectId;
import dev.atrium.core.store.Outcome;
import dev.atrium.core.store.Page;
import java.util.List;
import java.util.Optional;

/** The own mail templates of one realm and of its projects. Each method is one step of the transaction it is called in. */
public interface MailTemplateStore {
    Optional<StoredMailTemplate> find(MailTemplateKey key);

    /**
     * The template to write a mail by: the project's own before the realm's, and of either the one in the language
     * that comes first. One statement.
     */
    Optional<StoredMailTemplate> best(String kind, Optional<ProjectId> project, List<Language> languages);

    /** By kind, then language; a steady order. */
    List<StoredMailTemplate> list(MailTemplateFilter filter, Page page);

    long count(MailTemplateFilter filter);

    /** Puts this template in the place of an earlier one with the same key. */
    void save(StoredMailTemplate template);

    /** {@link Outcome#DONE} or NOT_FOUND. */
    Outcome delete(MailTemplateKey key);
}
