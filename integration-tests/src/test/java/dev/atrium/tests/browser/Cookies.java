package dev.atrium.tests.browser;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A browser's cookies. Like browsers, and unlike Java's own cookie manager, it sends secure ones to this machine without
 * TLS.
 */
final class Cookies {
    private record Key(String path, String name) {}

    private final Map<Key, String> values = new LinkedHashMap<>();

    void keep(HttpResponse<?> answer) {
        answer.headers().allValues("Set-Cookie").stream()
                .map(line -> HttpCookie.parse("Set-Cookie:" + line))
                .flatMap(List::stream)
                .forEach(cookie -> keep(cookie));
    }

    String header(URI address) {
        return values.entrySet().stream()
                .filter(cookie -> address.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The value of a cookie of this name, of whatever path. */
    Optional<String> value(String name) {
        return values.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void keep(HttpCookie cookie) {
        Key key = new Key(cookie.getPath() == null ? "/" : cookie.getPath(), cookie.getName());
        if (cookie.getMaxAge() == 0) {
            values.remove(key);
        } else {
            values.put(key, cookie.getValue());
        }
    }
}
