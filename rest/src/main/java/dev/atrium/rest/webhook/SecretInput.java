package dev.atrium.rest.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.directory.component.ComponentSecrets;
import dev.atrium.directory.component.SigningSecret;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.Fields;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a request says of a new secret: the secret itself, or nothing, and how long the one before is used too. */
public record SecretInput(Optional<String> secret, Duration overlap) {
    private static final int LONGEST = 255;
    private static final int DEFAULT_HOURS = 24;
    private static final int MOST_HOURS = 7 * 24;

    public static SecretInput read(ObjectNode json) {
        Fields fields = new Fields(json, Set.of("secret", "previousSecretHours"));
        int hours = fields.number("previousSecretHours", 0, MOST_HOURS).orElse(DEFAULT_HOURS);
        return new SecretInput(fields.line("secret", LONGEST), Duration.ofHours(hours));
    }

    /** What is to be kept: what was sent, if it can be used, or a new one. */
    public static String usable(Optional<String> sent) {
        sent.filter(text -> !ComponentSecrets.isSecret(text)).ifPresent(unfit -> {
            throw Refused.field(
                    "secret",
                    "Must be whsec_ and 24 to 64 bytes in base64, or a reference such as ${vault.webhook}; omit it"
                            + " to have one generated.");
        });
        return sent.orElseGet(() -> SigningSecret.generate().reveal());
    }
}
