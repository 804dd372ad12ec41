package dev.atrium.core.mail;

import java.util.Optional;

/**
 * A mail as somebody worded it, in the language of templates.
 *
 * @param html empty for a mail that is text only
 */
public record MailTemplate(String subject, String text, Optional<String> html) {}
