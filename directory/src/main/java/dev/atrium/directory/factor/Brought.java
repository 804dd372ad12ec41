package dev.atrium.directory.factor;

import dev.atrium.core.account.UserId;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.directory.login.UsedMethods;
import dev.atrium.support.note.FlowNote;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Whom an identity provider has brought in a sign-in. Keycloak notes the provider alone, and only after the flow that follows.
 *
 * @param provider its alias
 */
public record Brought(UserId user, String provider) {
    public static final FlowNote<Brought> NOTE = new FlowNote<>("atrium.brought-by", Brought::text, Brought::parse);

    /** How this person came: by a provider, else by what was checked here; that may have been somebody else's before it. */
    public static Optional<LoginMethod> method(AuthenticationSessionModel authSession, UserId user) {
        Optional<Brought> brought = NOTE.in(authSession);
        return brought.isPresent()
                ? brought.filter(by -> by.user.equals(user)).map(by -> new LoginMethod.Provider(by.provider))
                : UsedMethods.of(authSession).own();
    }

    private String text() {
        return user.value() + " " + provider;
    }

    private static Optional<Brought> parse(String text) {
        String[] parts = text.split(" ", 2);
        return parts.length < 2 ? Optional.empty() : Optional.of(new Brought(new UserId(parts[0]), parts[1]));
    }
}
