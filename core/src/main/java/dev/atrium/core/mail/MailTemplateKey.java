package dev.atrium.core.mail;

import dev.atrium.core.membership.ProjectId;
import java.util.Optional;

/**
 * Which mail a template is for.
 *
 * @param project whose mails it words; those of the whole realm when empty
 * @param kind as templates of the e-mail theme are named, e.g. {@code welcome} or {@code password-reset}
 */
public record MailTemplateKey(Optional<ProjectId> project, String kind, Language language) {
    /** As long as the longest name of a template may be. */
    public static final int LONGEST_KIND = 100;

    public MailTemplateKey {
        if (kind.isEmpty() || kind.length() > LONGEST_KIND) {
            throw new IllegalArgumentException("not a kind of mail of 1 to " + LONGEST_KIND + " characters");
        }
    }
}
