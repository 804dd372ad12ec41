package dev.atrium.core.login;

import dev.atrium.core.account.DomainName;
import dev.atrium.core.account.EmailAddress;
import java.util.Optional;

/**
 * What a person types to say who they are: an e-mail address, or a user name.
 *
 * @param value as it was typed, without blanks around it
 * @param domain of an address: in lower case, without a dot at the end, what is beyond ASCII in A-labels; empty for a user
 *     name without an at sign
 */
public record LoginName(String value, Optional<String> domain) {
    /** As long as Keycloak lets a user name be. */
    private static final int LONGEST = 255;

    /** Nothing for what neither an address nor a user name can be. */
    public static Optional<LoginName> parse(String typed) {
        String text = typed.strip();
        if (text.indexOf('@') < 0) {
            return Optional.of(text)
                    .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                    .filter(name -> name.chars().noneMatch(Character::isISOControl))
                    .map(name -> new LoginName(name, Optional.empty()));
        }
        return EmailAddress.parse(text)
                .flatMap(address -> DomainName.parse(text.substring(text.lastIndexOf('@') + 1)))
                .map(domain -> new LoginName(text, Optional.of(domain)));
    }

    /** That of an account, which may have come from elsewhere: any address has a domain, be it one that no rule can name. */
    public static LoginName ofAddress(String email) {
        return parse(email).filter(LoginName::hasDomain).orElseGet(() -> new LoginName(email, Optional.of("")));
    }

    /** Whether it is an address, or at least looks like one. */
    public boolean hasDomain() {
        return domain.isPresent();
    }
}
