package dev.atrium.directory.project;

import dev.atrium.core.account.FullName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** What a person is called on a page: the e-mail address, which is how people sign in, or the user name without one. */
public final class PersonName {
    private PersonName() {}

    public static String of(UserModel user) {
        String email = user.getEmail();
        return email == null || email.isBlank() ? user.getUsername() : email;
    }

    /** The name that they have besides, in the order of its script; empty where they have none. */
    public static Optional<String> full(UserModel user) {
        return FullName.of(text(user.getFirstName()), text(user.getLastName()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
