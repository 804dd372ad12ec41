package dev.atrium.core.factor;

import java.util.List;
import java.util.Set;

/**
 * What an identity provider says of how somebody signed in there.
 *
 * @param methods the claim {@code amr} (OpenID Connect Core, section 2), with the values of RFC 8176
 * @param context the claim {@code acr} (the same); empty if it says nothing
 */
public record AuthenticationClaims(Set<String> methods, String context) {
    private static final String MULTI_FACTOR = "mfa";

    /** Those that mean nothing but several factors; a name such as {@code gold} means what its provider wants. */
    private static final Set<String> CONTEXTS = Set.of(
            "https://refeds.org/profile/mfa",
            "http://schemas.microsoft.com/claims/multipleauthn",
            "http://schemas.openid.net/pape/policies/2007/06/multi-factor");

    /** The methods of RFC 8176, section 2, by the kinds of factors: known, owned, inherent (NIST SP 800-63B, section 5.1). */
    private static final List<Set<String>> KINDS = List.of(
            Set.of("pwd", "pin", "kba"),
            Set.of("otp", "sms", "tel", "hwk", "swk", "sc", "pop"),
            Set.of("face", "fpt", "iris", "retina", "vbm"));

    public AuthenticationClaims {
        methods = Set.copyOf(methods);
    }

    /** Whether it says that there were two factors: in so many words, or by methods of two kinds. */
    public boolean isMultiFactor() {
        return methods.contains(MULTI_FACTOR)
                || CONTEXTS.contains(context)
                || KINDS.stream()
                                .filter(kind -> kind.stream().anyMatch(methods::contains))
                                .count()
                        > 1;
    }
}
