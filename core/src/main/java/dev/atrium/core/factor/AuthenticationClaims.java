package dev.atrium.core.factor;

import java.util.Arrays;
import java.util.Set;

/**
 * What an identity provider says of how somebody signed in there.
 *
 * @param methods the claim {@code amr} (OpenID Connect Core, section 2), with the values of RFC 8176
 * @param context the claim {@code acr} (the same), or the authentication context class of a SAML assertion; empty if it says
 *     nothing
 */
public record AuthenticationClaims(Set<String> methods, String context) {
    private static final String MULTI_FACTOR = "mfa";

    /** Those that mean nothing but several factors; a name such as {@code gold} means what its provider wants. */
    private static final Set<String> CONTEXTS = Set.of(
            "https://refeds.org/profile/mfa",
            "http://schemas.microsoft.com/claims/multipleauthn",
            "http://schemas.openid.net/pape/policies/2007/06/multi-factor");

    public AuthenticationClaims {
        methods = Set.copyOf(methods);
    }

    /** Whether it says that there were two factors: in so many words, or by methods of two kinds. */
    public boolean isMultiFactor() {
        return methods.contains(MULTI_FACTOR)
                || CONTEXTS.contains(context)
                || Arrays.stream(Kind.values()).filter(kind -> kind.isAmong(methods)).count() > 1;
    }

    /** The kinds of factors (NIST SP 800-63B, section 5.1), with the methods of RFC 8176, section 2. */
    private enum Kind {
        KNOWN("pwd", "pin", "kba"),
        OWNED("otp", "sms", "tel", "hwk", "swk", "sc", "pop"),
        INHERENT("face", "fpt", "iris", "retina", "vbm");

        private final Set<String> methods;

        Kind(String... methods) {
            this.methods = Set.of(methods);
        }

        private boolean isAmong(Set<String> said) {
            return methods.stream().anyMatch(said::contains);
        }
    }
}
