package dev.atrium.tests.browser;

import dev.atrium.tests.server.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** A person's browser without scripts: it keeps cookies, follows redirects and stops when it is sent to an app. */
public final class Browser {
    /** Where the demo's apps are called back; nothing listens there. */
    public static final String CALLBACK = "http://localhost:8091/callback";

    private static final int REDIRECTS = 30;

    private final Cookies cookies = new Cookies();
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    /** Opens an address. */
    public Page open(URI address) {
        return follow(HttpRequest.newBuilder(address).GET().build());
    }

    /** Sends a form by POST. */
    public Page post(URI address, Map<String, ? extends List<String>> fields) {
        return follow(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields)))
                .build());
    }

    /** Sends any request and goes wherever the answer leads. */
    public Page send(HttpRequest request) {
        return follow(request);
    }

    /** All that it was answered so far, redirects included. */
    public List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    /** The value of a cookie it was given. */
    public String cookie(String name) {
        return cookies.value(name).orElseThrow(() -> new AssertionError("no cookie " + name));
    }

    static String encode(Map<String, ? extends List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int i = 0; i < REDIRECTS; i++) {
            HttpResponse<String> answer = sendWithCookies(request);
            var location = answer.headers().firstValue("Location");
            if (location.isEmpty()) {
                return new Page(
                        this,
                        answer.uri(),
                        answer.statusCode(),
                        Jsoup.parse(answer.body(), answer.uri().toString()));
            }
            URI next = answer.uri().resolve(location.get());
            if (next.getPort() == 8091) {
                return new Page(this, next, answer.statusCode(), Jsoup.parse(""));
            }
            request = HttpRequest.newBuilder(next).GET().build();
        }
        throw new AssertionError("Redirected more than " + REDIRECTS + " times, last to " + request.uri());
    }

    private HttpResponse<String> sendWithCookies(HttpRequest request) {
        HttpRequest withCookies = HttpRequest.newBuilder(request, (name, value) -> true)
                .header("Cookie", cookies.header(request.uri()))
                .build();
        HttpResponse<String> answer = Http.send(withCookies);
        cookies.keep(answer);
        answers.add(answer);
        return answer;
    }
}
