package dev.atrium.setup.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.keycloak.util.JsonSerialization;

/** A short text that is the same for two things that are the same, in whatever order a database names their parts. */
public final class Print {
    private Print() {}

    public static String of(Object representation) {
        String text = canonical(JsonSerialization.mapper.valueToTree(representation));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .map(field -> field.getKey() + "=" + canonical(field.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(Print::canonical)
                        .sorted()
                        .collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }
}
