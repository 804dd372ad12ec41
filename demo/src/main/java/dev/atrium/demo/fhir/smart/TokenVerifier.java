package dev.atrium.demo.fhir.smart;

import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Set;

/**
 * Reads an access token of the realm, if it was given out for this FHIR server: signed with a key of the realm, from this
 * issuer, not expired, and with the FHIR base URL in {@code aud}.
 */
public final class TokenVerifier {
    private static final int UNAVAILABLE = 503;

    /** Keycloak signs access tokens with one of these, and heads them with one of these types. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256);

    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private static final Set<String> REQUIRED = Set.of("exp", "iss", "aud");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public TokenVerifier(URI issuer, URI base) {
        // Keeps the keys for five minutes, and asks again at once when a token names one that is not among them.
        var keys = JWKSourceBuilder.create(keysOf(issuer)).retrying(true).build();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPES));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                base.toString(),
                new JWTClaimsSet.Builder().issuer(issuer.toString()).build(),
                REQUIRED));
    }

    /** The claims of the token; if it counts for nothing here, why. Nobody is refused because the issuer is down: that is 503. */
    JWTClaimsSet verify(String token) throws Refused {
        try {
            return processor.process(token, null);
        } catch (ParseException e) {
            throw new Refused("It is not a JSON Web Token.", e);
        } catch (RateLimitReachedException e) {
            throw new Refused("It is signed with a key that its issuer did not have half a minute ago.", e);
        } catch (KeySourceException e) {
            throw new UnclassifiedServerFailureException(
                    UNAVAILABLE, "The authorization server does not tell its keys.");
        } catch (BadJOSEException | JOSEException e) {
            throw new Refused(e.getMessage() + ".", e);
        }
    }

    private static URL keysOf(URI issuer) {
        try {
            return URI.create(issuer + "/protocol/openid-connect/certs").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Why a token counts for nothing, in a sentence. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String sentence, Exception cause) {
            super(sentence, cause);
        }
    }
}
