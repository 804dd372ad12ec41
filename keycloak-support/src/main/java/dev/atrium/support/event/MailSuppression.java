package dev.atrium.support.event;

import org.keycloak.models.KeycloakSession;

/** Whether the caller wants mails sent for what is done in this session; they do, unless they say otherwise. */
public final class MailSuppression {
    private static final String NONE = "atrium.no-mails";

    private MailSuppression() {}

    /** From now on this session causes no mails of Atrium's. */
    public static void none(KeycloakSession session) {
        session.setAttribute(NONE, true);
    }

    public static boolean allows(KeycloakSession session) {
        return session.getAttribute(NONE) == null;
    }
}
