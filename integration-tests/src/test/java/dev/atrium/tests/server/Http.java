package dev.atrium.tests.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The HTTP client that the tests' browsers and apps share. It follows no redirects. */
public final class Http {
    private static volatile HttpClient client = HttpClient.newHttpClient();

    private Http() {}

    /** From now on, only the host of this certificate is trusted. */
    static void trust(Certificate certificate) {
        client = HttpClient.newBuilder().sslContext(certificate.tls()).build();
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
