package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.Computers;
import dev.atrium.passwordhash.computer.HashComputer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which ways to compute hashes the server's option admits. */
enum ComputerChoice {
    /** The fastest of all. */
    AUTO,
    /** Only Keycloak's own: as without this jar. */
    KEYCLOAK,
    /** Plain Java, even where it is not faster. */
    SCALAR,
    /** The processor's vectors, even where they are not faster. */
    VECTOR;

    /** Never fails for what {@link #texts} lists. */
    static ComputerChoice parse(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "spi-password-hashing--argon2--computer must be one of " + texts() + ", not '" + text + "'"));
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ComputerChoice::text).toList();
    }

    boolean admits(HashComputer candidate) {
        boolean scalar = candidate.name().equals(Computers.SCALAR);
        return switch (this) {
            case AUTO -> true;
            case KEYCLOAK -> false;
            case SCALAR -> scalar;
            case VECTOR -> !scalar;
        };
    }

    boolean isForced() {
        return this == SCALAR || this == VECTOR;
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
