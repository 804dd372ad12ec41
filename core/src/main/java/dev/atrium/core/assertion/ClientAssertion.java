package dev.atrium.core.assertion;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A JWT with which a client authenticates, as far as SMART asks more of it than RFC 7523 (SMART App Launch 2.2.0,
 * "Authenticating to the Token endpoint", request parameters).
 *
 * @param type the header {@code typ}
 * @param keyId the header {@code kid}
 * @param keySetUrl the header {@code jku}
 * @param expiresIn the time until the claim {@code exp}
 */
public record ClientAssertion(
        Optional<String> type, Optional<String> keyId, Optional<String> keySetUrl, Duration expiresIn) {
    /** The longest that an assertion may last, whenever it was issued. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    /**
     * What is wrong with it, as its client is told.
     *
     * @param registeredUrl the URL of the client's key set, if it is registered by one
     */
    public Optional<String> fault(Optional<String> registeredUrl) {
        if (!type.map(text -> text.toUpperCase(Locale.ROOT)).equals(Optional.of("JWT"))) {
            return Optional.of("The header 'typ' of the client assertion must be JWT");
        }
        if (keyId.filter(id -> !id.isBlank()).isEmpty()) {
            return Optional.of("The header 'kid' of the client assertion is missing");
        }
        if (keySetUrl.isPresent() && !keySetUrl.equals(registeredUrl)) {
            return Optional.of("The header 'jku' of the client assertion is not the JWKS URL that is registered");
        }
        return expiresIn.compareTo(LONGEST) > 0
                ? Optional.of("The client assertion expires more than 5 minutes from now")
                : Optional.empty();
    }
}
