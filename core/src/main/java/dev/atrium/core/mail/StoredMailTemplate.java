package dev.atrium.core.mail;

import java.time.Instant;

/** An own template as it was last saved. */
public record StoredMailTemplate(MailTemplateKey key, MailTemplate template, Instant changed) {}
