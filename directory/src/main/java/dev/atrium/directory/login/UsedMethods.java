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
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.models.UserCredentialModel;
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
    /** Written by every step of ours that checked a credential, and for those of Keycloak's at the end of the sign-in. */
    public static final UserSessionNote<LoginMethod> NOTE =
            new UserSessionNote<>("atrium.method", LoginMethod::text, LoginMethod::parse);

    private static final UserSessionNote<Boolean> FOREIGN =
            new UserSessionNote<>("atrium.method.foreign", String::valueOf, text -> Optional.of(Boolean.valueOf(text)));

    /** Keycloak's own word for what a step of a flow checked. */
    private static final Set<String> FOREIGN_CREDENTIALS =
            Set.of(UserCredentialModel.KERBEROS, UserCredentialModel.CLIENT_CERT);

    /** As far as the sign-in has come. */
    public static UsedMethods of(AuthenticationSessionModel authSession) {
        List<String> checked = AuthenticatorUtil.getAuthnCredentials(authSession);
        return new UsedMethods(
                NOTE.in(authSession).or(() -> own(checked)),
                KeycloakNotes.bringer(authSession).map(LoginMethod.Provider::new),
                checked.stream().anyMatch(FOREIGN_CREDENTIALS::contains));
    }

    public static UsedMethods of(UserSessionModel userSession) {
        return new UsedMethods(
                NOTE.in(userSession),
                Optional.ofNullable(userSession.getNote(Details.IDENTITY_PROVIDER))
                        .map(LoginMethod.Provider::new),
                FOREIGN.in(userSession).orElse(false));
    }

    /** Has the session that the sign-in leads to say the same. */
    public void note(AuthenticationSessionModel authSession) {
        own.ifPresent(method -> NOTE.put(authSession, method));
        if (foreign) {
            FOREIGN.put(authSession, true);
        }
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
}
