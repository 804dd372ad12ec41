package dev.atrium.directory.login;

import dev.atrium.core.login.LoginMethod;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Which methods can be used at the moment: those that the flow has a step for, and enabled identity providers. */
record UsableMethods(KeycloakSession session, Set<LoginMethod.Own> runnable) {
    boolean has(LoginMethod method) {
        return obstacle(method).isEmpty();
    }

    /** Why it cannot be used, as the end of a sentence. */
    Optional<String> obstacle(LoginMethod method) {
        if (method instanceof LoginMethod.Provider provider) {
            return obstacle(provider.alias());
        }
        return runnable.stream().anyMatch(method::equals)
                ? Optional.empty()
                : Optional.of("the flow has no enabled step for " + method.text());
    }

    private Optional<String> obstacle(String alias) {
        IdentityProviderModel found = session.identityProviders().getByAlias(alias);
        if (found == null) {
            return Optional.of("the realm has no identity provider '" + alias + "'");
        }
        return found.isEnabled() ? Optional.empty() : Optional.of("the identity provider '" + alias + "' is disabled");
    }
}
