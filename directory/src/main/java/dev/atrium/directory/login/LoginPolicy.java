package dev.atrium.directory.login;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginMethod;
import dev.atrium.core.login.LoginMethod.Own;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.homeidp.HomeIdp;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** The one answer to by which methods somebody may sign in to the client in context, or without one to the realm. */
public final class LoginPolicy {
    private final KeycloakSession session;

    private LoginPolicy(KeycloakSession session) {
        this.session = session;
    }

    public static LoginPolicy of(KeycloakSession session) {
        return new LoginPolicy(session);
    }

    /** For what was typed, before anybody is looked up: the same whether somebody has this name or nobody. */
    public AllowedMethods ofName(LoginName typed) {
        return typed.domain()
                .flatMap(any -> EmailAddress.parse(typed.value()))
                .flatMap(email ->
                        HomeIdp.of(session, email).map(home -> only(Source.ORGANIZATION, email.domain(), home)))
                .orElseGet(LoginPolicy::byDefault);
    }

    /** For a person: by the provider that they are linked to, else by the address of their account. */
    public AllowedMethods ofPerson(UserModel person) {
        HomeIdpBinding binding = HomeIdpBinding.of(session, person);
        Optional<IdentityProviderModel> home = binding.provider();
        if (home.isEmpty()) {
            return byDefault();
        }
        String alias = home.get().getAlias();
        return binding.isLinked()
                ? only(Source.LINK, alias, home.get())
                : only(Source.ORGANIZATION, domain(person), home.get());
    }

    private static String domain(UserModel person) {
        return Optional.ofNullable(person.getEmail())
                .flatMap(LoginName::parse)
                .flatMap(LoginName::domain)
                .orElse("");
    }

    private static AllowedMethods only(Source source, String subject, IdentityProviderModel provider) {
        return new AllowedMethods(
                List.of(new LoginMethod.Provider(provider.getAlias())), DecidedBy.of(source, subject));
    }

    private static AllowedMethods byDefault() {
        return new AllowedMethods(List.of(Own.PASSWORD, Own.PASSKEY), DecidedBy.of(Source.DEFAULT, ""));
    }
}
