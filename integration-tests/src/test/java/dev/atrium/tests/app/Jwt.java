package dev.atrium.tests.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** JSON Web Tokens that an app writes. */
public final class Jwt {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Jwt() {}

    public static String unsigned(Map<String, String> claims) {
        return encode(Map.of("alg", "none")) + "." + encode(claims) + ".";
    }

    private static String encode(Map<String, String> members) {
        try {
            String json = JSON.writeValueAsString(members);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
