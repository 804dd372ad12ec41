package dev.atrium.tests.malformed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends what an HTTP client can send with one, and all else byte by byte. */
record Wire(URI server) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Pattern LOCATION = Pattern.compile("(?im)^location: (.*?)\\r?$");

    Reply send(Attempt attempt) throws IOException, InterruptedException {
        Optional<HttpRequest> request = request(attempt);
        if (request.isEmpty()) {
            return sendBytes(attempt);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.get(), BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (HttpTimeoutException noAnswer) {
            throw noAnswer;
        } catch (IOException closed) {
            return sendBytes(attempt); // the connection was of an earlier request, which the server had had enough of
        }
    }

    /** Empty for what the HTTP client refuses to send. */
    Optional<HttpRequest> request(Attempt attempt) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + attempt.target()))
                    .timeout(PATIENCE)
                    .method(
                            attempt.method(),
                            attempt.body().isEmpty()
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(bytes(attempt.body())));
            attempt.headers().forEach(request::header);
            return Optional.of(request.build());
        } catch (IllegalArgumentException notToBeSent) {
            return Optional.empty();
        }
    }

    private Reply sendBytes(Attempt attempt) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 20_000);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(bytes(head(attempt) + attempt.body()));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return reply(answer.toString(StandardCharsets.UTF_8));
        } catch (SocketException closed) {
            return reply("");
        }
    }

    private static String head(Attempt attempt) {
        StringBuilder head = new StringBuilder();
        head.append(attempt.method())
                .append(' ')
                .append(oneLine(attempt.target()))
                .append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        attempt.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(oneLine(value)).append("\r\n"));
        return head.append("Content-Length: ")
                .append(attempt.body().length())
                .append("\r\n\r\n")
                .toString();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\r\\n]", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Reply reply(String answer) {
        Matcher status = STATUS.matcher(answer);
        Matcher location = LOCATION.matcher(answer);
        int code = status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
        int end = answer.indexOf("\r\n\r\n");
        return new Reply(code, location.find() ? location.group(1) : "", end < 0 ? "" : answer.substring(end + 4));
    }
}
