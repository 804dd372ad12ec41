package dev.atrium.core.consent;

/** Whether a page may be shown ({@code prompt}, OpenID Connect Core, section 3.1.2.1). */
public enum ConsentPrompt {
    /** Where the person has not agreed to everything yet. */
    IF_NEEDED,
    /** In any case. */
    ALWAYS,
    /** In no case. */
    NEVER
}
