package dev.atrium.directory.login;

import dev.atrium.core.login.AllowedMethods;
import dev.atrium.core.login.DecidedBy.Source;
import dev.atrium.core.login.LoginName;
import dev.atrium.directory.homeidp.HomeIdpBinding;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A person's own wish to have another e-mail address, which would be a way out of how their domain signs in. */
public record AddressChange(KeycloakSession session, UserModel person, Optional<String> address) {
    private static final String ANY_ADDRESS = "*";

    /** Who belongs to a provider keeps the address that it knows them by; others may have one for which the same rule is. */
    public boolean isRefused() {
        return HomeIdpBinding.of(session, person).keeps() || leavesRule();
    }

    private boolean leavesRule() {
        LoginCheck check = LoginCheck.of(session, person);
        AllowedMethods now = check.allowed();
        return now.by().source() == Source.RULE
                && !now.by().subject().equals(ANY_ADDRESS)
                && check.binds()
                && (now.providers().findAny().isPresent() || !isOfSameRule(now));
    }

    private boolean isOfSameRule(AllowedMethods now) {
        return address.flatMap(LoginName::parse)
                .map(LoginPolicy.of(session)::ofName)
                .map(AllowedMethods::by)
                .filter(by -> by.source() == Source.RULE
                        && by.subject().equals(now.by().subject()))
                .isPresent();
    }
}
