package dev.atrium.outbox.smtp;

import jakarta.mail.Transport;
import java.util.Map;
import org.keycloak.email.EmailAuthenticator;
import org.keycloak.email.EmailAuthenticator.AuthenticatorType;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/** Connects to a mail server, and says who sends. */
@FunctionalInterface
interface SmtpSignIn {
    void to(Transport server) throws EmailException;

    /** Signs in as a realm's mail settings say. */
    static SmtpSignIn asKeycloakDoes(
            KeycloakSession session,
            Map<String, String> config,
            Map<AuthenticatorType, EmailAuthenticator> authenticators) {
        AuthenticatorType type = type(config);
        return server -> {
            EmailAuthenticator authenticator = authenticators.get(type);
            if (authenticator == null) {
                throw new EmailException("Keycloak has no " + type + " authentication to a mail server");
            }
            authenticator.connect(session, config, server);
        };
    }

    private static AuthenticatorType type(Map<String, String> config) {
        if (!"true".equals(config.get("auth"))) {
            return AuthenticatorType.NONE;
        }
        return "token".equals(config.get("authType")) ? AuthenticatorType.TOKEN : AuthenticatorType.BASIC;
    }
}
