package dev.atrium.core.account;

/** Id of a person, which is a Keycloak user; that of a federated one ends as its directory names them. */
public record UserId(String value) {
    private static final int LONGEST = 255;

    public UserId {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not an id of a person");
        }
    }
}
