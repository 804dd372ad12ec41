package dev.atrium.core.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A project's own mail server.
 *
 * @param from the address its mails come from
 * @param login who signs in there, where that is needed
 */
public record ProjectSmtp(String host, int port, Encryption encryption, String from, Optional<Login> login) {
    /** How the way to the server is kept secret. */
    public enum Encryption {
        NONE(25),
        STARTTLS(587),
        SSL(465);

        private final int port;

        Encryption(int port) {
            this.port = port;
        }

        /** Where servers listen for it. */
        public int port() {
            return port;
        }
    }

    /**
     * An account at the server.
     *
     * @param passwordReference where Keycloak's vault has the password: {@code ${vault.…}}
     */
    public record Login(String user, String passwordReference) {}

    /** As Keycloak writes a realm's mail settings. */
    public Map<String, String> config() {
        Map<String, String> config = new HashMap<>();
        config.put("host", host);
        config.put("port", String.valueOf(port));
        config.put("from", from);
        config.put("starttls", String.valueOf(encryption == Encryption.STARTTLS));
        config.put("ssl", String.valueOf(encryption == Encryption.SSL));
        login.ifPresent(account -> {
            config.put("auth", "true");
            config.put("user", account.user());
            config.put("password", account.passwordReference());
        });
        return config;
    }
}
