package dev.atrium.core.mail;

/** Why a setting is not heeded; a sentence for whoever made it. */
public record SettingProblem(String setting, String message) {}
