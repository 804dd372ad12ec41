package dev.atrium.rest.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.rest.error.Refused;
import dev.atrium.rest.request.Fields;
import dev.atrium.support.webhook.SigningSecret;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a request says of a new secret: the secret itself, or nothing, and how long the one before is used too. */
record SecretInput(Optional<String> secret, Duration overlap) {
    private static final int LONGEST = 255;
    private static final int DEFAULT_HOURS = 24;
    private static final int MOST_HOURS = 7 * 24;
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");
    private static final Pattern HOURS = Pattern.compile("[0-9]{1,3}");

    static SecretInput read(ObjectNode json) {
        Fields fields = new Fields(json, Set.of("secret", "previousSecretHours"));
        int hours = fields.line("previousSecretHours", LONGEST)
                .map(SecretInput::hours)
                .orElse(DEFAULT_HOURS);
        return new SecretInput(fields.line("secret", LONGEST), Duration.ofHours(hours));
    }

    /** What is to be kept: what was sent, if it can be used, or a new one. */
    static String usable(Optional<String> sent) {
        sent.filter(text -> !isUsable(text)).ifPresent(unfit -> {
            throw Refused.field(
                    "secret",
                    "Must be whsec_ and 24 to 64 bytes in base64, or a reference such as ${vault.webhook}; leave it"
                            + " out to have one made.");
        });
        return sent.orElseGet(() -> SigningSecret.generate().reveal());
    }

    private static boolean isUsable(String text) {
        return VAULT.matcher(text).matches() || SigningSecret.parse(text).isPresent();
    }

    private static int hours(String text) {
        if (!HOURS.matcher(text).matches() || Integer.parseInt(text) > MOST_HOURS) {
            throw Refused.field("previousSecretHours", "Must be a whole number from 0 to " + MOST_HOURS + ".");
        }
        return Integer.parseInt(text);
    }
}
