package dev.atrium.core.mail;

/** What a template of a mail consists of. */
public enum TemplatePart {
    SUBJECT,
    TEXT,
    HTML
}
