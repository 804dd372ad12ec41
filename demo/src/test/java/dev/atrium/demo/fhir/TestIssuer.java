package dev.atrium.demo.fhir;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** An authorization server that tells its keys and its configuration, and signs whatever a test wants. */
final class TestIssuer implements AutoCloseable {
    private static final int KEY_BITS = 2048;
    private static final int LIFE_SECONDS = 300;

    private final HttpServer http;
    private final RSAKey key;

    TestIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(KEY_BITS).keyID("of-the-realm").generate();
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/protocol/openid-connect/certs", new JWKSet(key.toPublicJWK()).toString());
        serve(
                "/.well-known/smart-configuration",
                "{\"authorization_endpoint\": \"" + address() + "/auth\", \"token_endpoint\": \"" + address()
                        + "/token\", \"capabilities\": [\"launch-standalone\"]}");
        http.start();
    }

    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    /** Claims of a token that the realm gives out for this FHIR server. */
    JWTClaimsSet.Builder claims(URI base, String scope) {
        return new JWTClaimsSet.Builder()
                .issuer(address().toString())
                .audience(base.toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(LIFE_SECONDS)))
                .claim("scope", scope);
    }

    String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, key);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void serve(String path, String json) {
        http.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
