package dev.atrium.http.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.http.error.Problem;
import dev.atrium.http.error.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object a request carries, read more strictly than Keycloak does: a request that is not understood whole is
 * refused.
 */
public final class RequestBody {
    static final int MOST_BYTES = 1024 * 1024;

    private static final Pattern JSON_TYPE =
            Pattern.compile("(?i)\\s*application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?;?\\s*");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestBody() {}

    /** The object in a body of this content type; refuses what is not one. */
    public static ObjectNode read(@Nullable String contentType, @Nullable InputStream body) {
        if (contentType == null || !isJson(contentType)) {
            throw new Refused(Problem.unsupportedMediaType());
        }
        return object(parse(decode(body == null ? new byte[0] : bytes(body))));
    }

    /** The object in a body of this content type, an empty one where there is no body. */
    public static ObjectNode readIfAny(@Nullable String contentType, @Nullable InputStream body) {
        byte[] bytes = body == null ? new byte[0] : bytes(body);
        return bytes.length == 0 ? MAPPER.createObjectNode() : read(contentType, new ByteArrayInputStream(bytes));
    }

    /** The bytes of a body that says that it is JSON. */
    public static byte[] readRaw(@Nullable String contentType, @Nullable InputStream body) {
        if (contentType == null || !isJson(contentType)) {
            throw new Refused(Problem.unsupportedMediaType());
        }
        return body == null ? new byte[0] : bytes(body);
    }

    /** The object in these bytes. */
    public static ObjectNode parse(byte[] body) {
        return object(parse(decode(body)));
    }

    /** Whether a header Content-Type says JSON, in UTF-8 if it says more. */
    public static boolean isJson(String contentType) {
        return JSON_TYPE.matcher(contentType).matches();
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(Problem.bodyTooLarge("The body has more than 1 MB; send less."));
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(Problem.invalidJson("The body is not UTF-8; encode it in UTF-8."));
        }
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            JsonLocation where = notJson.getLocation();
            String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw new Refused(Problem.invalidJson("The body is not valid JSON, or has a property twice" + place + "."));
        }
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Refused(Problem.invalidJson(
                node.isMissingNode()
                        ? "The body is empty; send a JSON object."
                        : "The body is JSON but not an object; send a JSON object."));
    }
}
