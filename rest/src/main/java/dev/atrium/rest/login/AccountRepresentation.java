package dev.atrium.rest.login;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.atrium.core.login.AllowedMethods;
import org.keycloak.models.UserModel;

/** What is decided for an account, after the credentials as well: its link and its own address count. */
record AccountRepresentation(String id, @JsonUnwrapped DecisionRepresentation decision) {
    static AccountRepresentation of(UserModel person, AllowedMethods allowed) {
        return new AccountRepresentation(person.getId(), DecisionRepresentation.of(allowed));
    }
}
