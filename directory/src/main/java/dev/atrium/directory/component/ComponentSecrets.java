package dev.atrium.directory.component;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.vault.VaultStringSecret;

/**
 * The signing secrets of a component of a realm: the one in use, and for a while the one before. Each is the secret
 * itself or a reference to it in Keycloak's vault; Keycloak hides both wherever it shows components.
 */
public final class ComponentSecrets {
    private static final String SECRET = "secret";
    private static final String PREVIOUS_SECRET = "previous-secret";
    private static final String PREVIOUS_UNTIL = "previous-until";
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");

    private ComponentSecrets() {}

    /** Whether a text can be kept as a secret. */
    public static boolean isSecret(String text) {
        return VAULT.matcher(text).matches() || SigningSecret.parse(text).isPresent();
    }

    public static void set(ComponentModel component, String secret) {
        component.getConfig().putSingle(SECRET, secret);
    }

    /** Uses a new secret, and the one before too for a while. */
    public static void rotate(ComponentModel component, String secret, Instant previousUntil) {
        component.getConfig().putSingle(PREVIOUS_SECRET, component.get(SECRET));
        component.getConfig().putSingle(PREVIOUS_UNTIL, previousUntil.toString());
        set(component, secret);
    }

    /** When the secret before stops to be used. */
    public static Optional<Instant> previousUntil(ComponentModel component) {
        return Optional.ofNullable(component.get(PREVIOUS_UNTIL)).map(Instant::parse);
    }

    /** The secrets in use now, the newest first; less those that the vault does not have. */
    public static List<SigningSecret> current(KeycloakSession session, ComponentModel component, Instant now) {
        Stream<String> previous =
                previousUntil(component).filter(now::isBefore).stream().map(until -> PREVIOUS_SECRET);
        return Stream.concat(Stream.of(SECRET), previous)
                .flatMap(name -> Optional.ofNullable(component.get(name)).stream())
                .flatMap(text -> resolve(session, text).stream())
                .toList();
    }

    /**
     * Refuses what is no secret, and makes one where there is none.
     *
     * <p>Exports that the console makes hide secrets, so a component that comes from such a one has none.
     *
     * @return whether one was made, which nobody else knows yet
     */
    public static boolean check(ComponentModel component) {
        boolean missing = isMissing(component.get(SECRET));
        if (missing) {
            set(component, SigningSecret.generate().reveal());
        }
        if (!isSecret(component.get(SECRET))) {
            throw new ComponentValidationException("This is not a secret of Standard Webhooks");
        }
        checkPrevious(component);
        return missing;
    }

    /** How Keycloak is told of them. */
    public static List<ProviderConfigProperty> properties() {
        return List.of(hidden(SECRET), hidden(PREVIOUS_SECRET), shown(PREVIOUS_UNTIL));
    }

    private static void checkPrevious(ComponentModel component) {
        if (isMissing(component.get(PREVIOUS_SECRET))) {
            component.getConfig().remove(PREVIOUS_SECRET);
            component.getConfig().remove(PREVIOUS_UNTIL);
        } else if (!isSecret(component.get(PREVIOUS_SECRET)) || !isInstant(component.get(PREVIOUS_UNTIL, ""))) {
            throw new ComponentValidationException("This is not an earlier secret of Standard Webhooks and its end");
        }
    }

    private static boolean isMissing(@Nullable String secret) {
        return secret == null || secret.isEmpty() || secret.equals(ComponentRepresentation.SECRET_VALUE);
    }

    private static boolean isInstant(String text) {
        try {
            return Instant.parse(text).isBefore(Instant.MAX);
        } catch (DateTimeParseException notAnInstant) {
            return false;
        }
    }

    /** What is no reference to the vault comes back as it is. */
    private static Optional<SigningSecret> resolve(KeycloakSession session, String text) {
        try (VaultStringSecret secret = session.vault().getStringSecret(text)) {
            return secret.get().flatMap(SigningSecret::parse);
        }
    }

    private static ProviderConfigProperty shown(String name) {
        return new ProviderConfigProperty(name, name, "", ProviderConfigProperty.STRING_TYPE, null);
    }

    private static ProviderConfigProperty hidden(String name) {
        ProviderConfigProperty secret =
                new ProviderConfigProperty(name, name, "", ProviderConfigProperty.PASSWORD, null);
        secret.setSecret(true);
        return secret;
    }
}
