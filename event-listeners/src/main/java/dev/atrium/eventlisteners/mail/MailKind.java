package dev.atrium.eventlisteners.mail;

/** The mails that Atrium sends by itself; those of Keycloak's own occasions are named by Keycloak. */
public enum MailKind {
    WELCOME("welcome"),
    PROJECT_ADDED("project-added"),
    INVITATION("invitation"),
    SECURITY_NOTICE("security-notice");

    private final String id;

    MailKind(String id) {
        this.id = id;
    }

    /** Its name in templates ({@code html/<id>.ftl}, {@code text/<id>.ftl}), settings and the outbox. */
    public String id() {
        return id;
    }

    /** The message that is its subject. */
    String subjectKey() {
        return "atrium.mail." + id + ".subject";
    }
}
