package dev.atrium.setup.health;

import java.util.Locale;

/** What can be amiss in a realm; its id never changes. */
public enum FindingKind {
    NOT_SET_UP(Severity.HINT, "install.md#set-up-a-realm"),
    ORGANIZATIONS_OFF(Severity.ERROR, "install.md#set-up-a-realm"),
    PARAMETERIZED_SCOPES_ON(Severity.ERROR, "smart-scopes.md#when-it-does-not-work"),
    HOME_ACTION(Severity.ERROR, "identity-provider.md#no-way-around-it"),
    STAGES_ACTION(Severity.ERROR, "setup-by-hand.md#the-steps"),
    STAGE_PLACE(Severity.ERROR, "setup-by-hand.md#the-steps"),
    STEP_UNKNOWN(Severity.ERROR, "setup-by-hand.md#the-steps"),
    SECOND_FACTOR(Severity.WARNING, "second-factor.md#keep-the-second-factor-out-of-reach-of-the-first"),
    SIGN_IN_RULE(Severity.ERROR, "sign-in-methods.md#when-it-does-not-work"),
    FIRST_BROKER_FLOW(Severity.WARNING, "identity-provider.md"),
    POST_BROKER_FLOW(Severity.WARNING, "identity-provider.md"),
    FHIR_BASE_URL_MISSING(Severity.WARNING, "identity-provider.md"),
    PROJECT_SETTING(Severity.ERROR, "fhir-server.md"),
    CLIENT_WITHOUT_PKCE(Severity.WARNING, "smart-apps.md#once-in-each-realm-the-rules"),
    CLIENT_POLICY_UNKNOWN(Severity.ERROR, "backend-services.md"),
    POLICY_UNUSED(Severity.HINT, "admin-rest.md#define-what-people-may-do"),
    MEMBER_WITHOUT_POLICY(Severity.HINT, "admin-rest.md#add-a-person-to-a-project"),
    MAIL_SERVER_MISSING(Severity.WARNING, "mails.md"),
    MAIL_SERVER_UNREACHABLE(Severity.ERROR, "outbox.md#when-it-does-not-work");

    private final Severity severity;
    private final String docs;

    FindingKind(Severity severity, String docs) {
        this.severity = severity;
        this.docs = docs;
    }

    /** As the admin REST, the metrics and the documentation name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** The page of the documentation, and the heading in it, that says more. */
    public String docs() {
        return docs;
    }
}
