package dev.atrium.provisioning.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atrium.core.hook.CallId;
import dev.atrium.http.error.Refused;
import dev.atrium.http.request.RequestBody;
import dev.atrium.provisioning.mapping.HookDefinition;
import dev.atrium.provisioning.mapping.HookProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call as it came: its headers, and its body byte for byte, for that is what is signed. */
final class HookRequest {
    private final HttpHeaders headers;
    private final byte[] body;

    private HookRequest(HttpHeaders headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    static HookRequest read(HttpHeaders headers, @Nullable InputStream body) {
        return new HookRequest(headers, RequestBody.readRaw(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body));
    }

    byte[] body() {
        return body;
    }

    /** What the body says. */
    JsonNode json() {
        return RequestBody.parse(body);
    }

    /** A header that is there once. */
    Optional<String> header(String name) {
        return header(headers, name);
    }

    static Optional<String> header(HttpHeaders headers, String name) {
        List<String> values = headers.getRequestHeader(name);
        return values != null && values.size() == 1 ? Optional.ofNullable(values.get(0)) : Optional.empty();
    }

    /** The sender's id of the call, from its header, or from where the hook finds it in the body. */
    CallId id(HookDefinition hook, JsonNode json) {
        return header(HookCaller.ID)
                .or(() -> hook.mapping().idOf(json))
                .flatMap(CallId::parse)
                .orElseThrow(() -> new Refused(HookProblem.notUnderstood(
                        "id", "The call has no id: send the header webhook-id, or map the id.")));
    }
}
