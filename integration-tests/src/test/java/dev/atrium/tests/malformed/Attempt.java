package dev.atrium.tests.malformed;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One malformed request.
 *
 * @param target path and query, as they are sent; need not be a URI
 * @param body each character stands for one byte; empty for none
 */
record Attempt(String method, String target, Map<String, String> headers, String body) {
    static final String FORM = "application/x-www-form-urlencoded";

    Attempt {
        headers = new LinkedHashMap<>(headers);
    }

    static Attempt get(String target) {
        return new Attempt("GET", target, Map.of(), "");
    }

    static Attempt post(String target, String form) {
        return new Attempt("POST", target, Map.of("Content-Type", FORM), form);
    }

    Attempt with(String header, String value) {
        Attempt changed = new Attempt(method, target, headers, body);
        changed.headers.put(header, value);
        return changed;
    }

    boolean mayChange() {
        return !method.equals("GET");
    }

    Attempt to(String otherTarget) {
        return new Attempt(method, otherTarget, headers, body);
    }

    @Override
    public String toString() {
        String shownBody = body.length() > 300 ? body.substring(0, 300) + "… (" + body.length() + ")" : body;
        String shownTarget = target.length() > 500 ? target.substring(0, 500) + "…" : target;
        return method + " " + shownTarget + " " + headers.getOrDefault("Content-Type", "") + " " + shownBody;
    }
}
