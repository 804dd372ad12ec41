package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.support.note.KeycloakNotes;
import dev.atrium.support.note.UserSessionNote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider;
import org.keycloak.events.Details;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * By which methods somebody signed in.
 *
 * @param own what the realm checked itself
 * @param provider the identity provider that brought the person
 * @param foreign whether it was something else that no rule can name, such as a Kerberos ticket
 */
public record UsedMethods(Optional<LoginMethod> own, Optional<LoginMethod> provider, boolean foreign) {
    private static final UserSessionNote<Noted> NOTE =
            new UserSessionNote<>("atrium.method", Noted::text, Noted::parse);

    private static final UserSessionNote<String> FOREIGN =
            new UserSessionNote<>("atrium.method.foreign", id -> id, Optional::of);

    /** Where Keycloak notes the provider of a session: the latter where its token was exchanged for one of this realm. */
    private static final List<String> PROVIDERS =
            List.of(Details.IDENTITY_PROVIDER, UserAuthenticationIdentityProvider.EXTERNAL_IDENTITY_PROVIDER);

    /** Keycloak's own word for what a step of a flow checked. */
    private static final Set<String> FOREIGN_CREDENTIALS =
            Set.of(UserCredentialModel.KERBEROS, UserCredentialModel.CLIENT_CERT);

    /** As far as this person has come in a sign-in, in which somebody else may have begun. */
    public static UsedMethods of(AuthenticationSessionModel authSession) {
        Optional<UserModel> person = Optional.ofNullable(authSession.getAuthenticatedUser());
        List<String> checked =
                person.map(user -> CheckedCredentials.claim(authSession, user)).orElse(List.of());
        return new UsedMethods(
                person.flatMap(user -> noted(NOTE.in(authSession), user)).or(() -> own(checked)),
                KeycloakNotes.bringer(authSession).map(LoginMethod.Provider::new),
                checked.stream().anyMatch(FOREIGN_CREDENTIALS::contains));
    }

    public static UsedMethods of(UserSessionModel userSession) {
        UserModel person = userSession.getUser();
        return new UsedMethods(
                noted(NOTE.in(userSession), person),
                PROVIDERS.stream()
                        .flatMap(note -> Stream.ofNullable(userSession.getNote(note)))
                        .<LoginMethod>map(LoginMethod.Provider::new)
                        .findFirst(),
                FOREIGN.in(userSession).filter(person.getId()::equals).isPresent());
    }

    /** A step of ours found that this person's credential is right. */
    public static void note(AuthenticationSessionModel authSession, UserModel person, LoginMethod method) {
        NOTE.put(authSession, new Noted(person.getId(), method));
        CheckedCredentials.beginWith(authSession, person);
    }

    /** Has the session that this person's sign-in leads to say the same. */
    public void keepIn(AuthenticationSessionModel authSession, UserModel person) {
        own.ifPresent(method -> NOTE.put(authSession, new Noted(person.getId(), method)));
        if (foreign) {
            FOREIGN.put(authSession, person.getId());
        }
    }

    /** This session began by something that is none of the methods. */
    public static void noteForeign(UserSessionModel userSession) {
        FOREIGN.put(userSession, userSession.getUser().getId());
    }

    /** The same without a provider, where it brought somebody else. */
    public UsedMethods withoutProvider() {
        return new UsedMethods(own, Optional.empty(), foreign);
    }

    /** Whether nothing is known of it. */
    public boolean isEmpty() {
        return own.isEmpty() && provider.isEmpty() && !foreign;
    }

    /** What left no note was a password: sessions of before there was one, registrations and links in mails. */
    public Stream<LoginMethod> methods() {
        return isEmpty() ? Stream.of(Own.PASSWORD) : Stream.concat(own.stream(), provider.stream());
    }

    /** Whether one of them is allowed. */
    public boolean areWithin(AllowedMethods allowed) {
        return methods().anyMatch(allowed::allows);
    }

    private static Optional<LoginMethod> own(List<String> checked) {
        if (checked.contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS)) {
            return Optional.of(Own.PASSKEY);
        }
        return checked.contains(PasswordCredentialModel.TYPE) ? Optional.of(Own.PASSWORD) : Optional.empty();
    }

    private static Optional<LoginMethod> noted(Optional<Noted> note, UserModel person) {
        return note.filter(known -> known.user.equals(person.getId())).map(Noted::method);
    }

    /** Whose method it is, for without starting over a sign-in can go on as somebody else. */
    private record Noted(String user, LoginMethod method) {
        private String text() {
            return user + " " + method.text();
        }

        private static Optional<Noted> parse(String text) {
            int blank = text.indexOf(' ');
            return blank < 0
                    ? Optional.empty()
                    : LoginMethod.parse(text.substring(blank + 1))
                            .map(method -> new Noted(text.substring(0, blank), method));
        }
    }
}
