package dev.atrium.core.mail;

import java.util.Optional;

/** A mail as its reader sees it. */
public record WrittenMail(String subject, String text, Optional<String> html) {}
