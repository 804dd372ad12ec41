package dev.atrium.outbox.message;

/** The mails that Atrium sends by itself; those of Keycloak's own occasions are named by Keycloak. */
public enum MailKind {
    WELCOME("welcome", "Welcome", "Sent to users when they get their first membership."),
    PROJECT_ADDED("project-added", "Added to a project", "Sent to users when they get a further membership."),
    INVITATION("invitation", "Invitation", "Sent to people who are invited."),
    SECURITY_NOTICE(
            "security-notice",
            "Security notice",
            "Sent to users whose password, second factor, passkey, e-mail address or access to a project has changed.");

    private final String id;
    private final String label;
    private final String help;

    MailKind(String id, String label, String help) {
        this.id = id;
        this.label = label;
        this.help = help;
    }

    /** Its name in templates ({@code html/<id>.ftl}, {@code text/<id>.ftl}), settings and the outbox. */
    public String id() {
        return id;
    }

    /** Its name in the admin console. */
    public String label() {
        return label;
    }

    /** When it is sent, in the words of the admin console. */
    public String help() {
        return help;
    }

    /** The message that is its subject. */
    public String subjectKey() {
        return "atrium.mail." + id + ".subject";
    }
}
