package dev.atrium.tests.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** A key with which a client signs, by one of the two algorithms that SMART names. */
record SigningKey(String algorithm, String kid, KeyPair pair) {
    static SigningKey rs384() {
        return of("RS384", "key-" + UUID.randomUUID());
    }

    static SigningKey es384() {
        return of("ES384", "key-" + UUID.randomUUID());
    }

    static SigningKey of(String algorithm, String kid) {
        try {
            return new SigningKey(algorithm, kid, generate(algorithm));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair generate(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.startsWith("RS") ? "RSA" : "EC");
        if (algorithm.startsWith("RS")) {
            generator.initialize(2048);
        } else {
            generator.initialize(new ECGenParameterSpec("secp384r1"));
        }
        return generator.generateKeyPair();
    }

    /** The public key, as a key set has it (RFC 7517), without the optional {@code use}. */
    ObjectNode jwk() {
        ObjectNode jwk = Admin.JSON.createObjectNode().put("kid", kid).put("alg", algorithm);
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return jwk.put("kty", "RSA")
                    .put("n", number(rsa.getModulus(), 256))
                    .put("e", number(rsa.getPublicExponent(), 3));
        }
        ECPublicKey ec = (ECPublicKey) pair.getPublic();
        return jwk.put("kty", "EC")
                .put("crv", "P-384")
                .put("x", number(ec.getW().getAffineX(), 48))
                .put("y", number(ec.getW().getAffineY(), 48));
    }

    /** A key set of these public keys. */
    static String set(JsonNode... keys) {
        ObjectNode set = Admin.JSON.createObjectNode();
        for (JsonNode key : keys) {
            set.withArray("keys").add(key);
        }
        return set.toString();
    }

    String sign(JsonNode header, JsonNode claims) {
        String signed = encode(header.toString()) + "." + encode(claims.toString());
        try {
            Signature signature = Signature.getInstance(
                    algorithm.startsWith("RS") ? "SHA384withRSA" : "SHA384withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Big endian, unsigned, in as many bytes. */
    private static String number(BigInteger number, int bytes) {
        byte[] signed = number.toByteArray();
        byte[] fixed = new byte[bytes];
        int length = Math.min(signed.length, bytes);
        System.arraycopy(signed, signed.length - length, fixed, bytes - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }
}
