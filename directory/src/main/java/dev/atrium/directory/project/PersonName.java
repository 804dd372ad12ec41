package dev.atrium.directory.project;

import org.keycloak.models.UserModel;

/** What a person is called on a page: the e-mail address, which is how people sign in, or the user name without one. */
public final class PersonName {
    private PersonName() {}

    public static String of(UserModel user) {
        String email = user.getEmail();
        return email == null || email.isBlank() ? user.getUsername() : email;
    }
}
