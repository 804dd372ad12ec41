package dev.atrium.core.mail;

/**
 * What keeps a template from being used.
 *
 * @param line from 1
 * @param column from 1
 * @param message a sentence for whoever wrote it
 */
public record TemplateProblem(TemplatePart part, int line, int column, String message) {}
