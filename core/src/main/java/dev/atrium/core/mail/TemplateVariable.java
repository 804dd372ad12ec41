package dev.atrium.core.mail;

/**
 * What a template may name. It is always there, and empty when a mail has nothing to say for it.
 *
 * @param description for whoever writes a template
 * @param sample what a preview shows in its place
 */
public record TemplateVariable(String name, String description, String sample) {}
