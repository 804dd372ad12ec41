package dev.atrium.core.mail;

import dev.atrium.core.membership.ProjectId;
import java.util.Optional;

/**
 * Which own templates a list shall hold.
 *
 * @param project those of this project; those of the realm itself when empty
 * @param kind of all kinds when empty
 */
public record MailTemplateFilter(Optional<ProjectId> project, Optional<String> kind) {}
