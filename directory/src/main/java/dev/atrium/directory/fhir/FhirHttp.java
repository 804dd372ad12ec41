package dev.atrium.directory.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.atrium.core.fhir.SearchFailure;
import dev.atrium.support.config.Misconfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Gets resources over Keycloak's own HTTP client, and so through its proxies and with its trust store. Somebody waits for
 * the page: five seconds in all, however slowly the bytes come; and never elsewhere than to the address asked for.
 */
final class FhirHttp {
    private static final Logger LOG = Logger.getLogger(FhirHttp.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LARGEST_BODY = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "atrium-fhir-deadline");
        thread.setDaemon(true);
        return thread;
    });
    private static final RequestConfig CONFIG = RequestConfig.custom()
            .setConnectTimeout(PATIENCE_MILLIS)
            .setSocketTimeout(PATIENCE_MILLIS)
            .setConnectionRequestTimeout(PATIENCE_MILLIS)
            .setRedirectsEnabled(false)
            .setAuthenticationEnabled(false)
            .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
            .build();

    /** How many at once wait for one host: one that is silent must not keep the sign-ins of all other projects waiting. */
    private static final int AT_ONCE = 8;

    private static final Map<String, Semaphore> HOSTS = new ConcurrentHashMap<>();

    private final CloseableHttpClient http;

    FhirHttp(KeycloakSession session) {
        this.http = session.getProvider(HttpClientProvider.class).getHttpClient();
    }

    /** The JSON at this address, whatever it says. */
    JsonNode get(String url, String token) throws NoFhirAnswer {
        HttpGet request = new HttpGet(url);
        Semaphore host =
                HOSTS.computeIfAbsent(String.valueOf(request.getURI().getHost()), name -> new Semaphore(AT_ONCE));
        if (!host.tryAcquire()) {
            throw new NoFhirAnswer(SearchFailure.SLOW);
        }
        try {
            return get(request, token);
        } finally {
            host.release();
        }
    }

    private JsonNode get(HttpGet request, String token) throws NoFhirAnswer {
        if (!FhirAddresses.allow(request.getURI().getHost())) {
            Misconfiguration.tell("A FHIR base URL names '" + request.getURI().getHost()
                    + "', which stands for an address that a FHIR server cannot have");
            throw new NoFhirAnswer(SearchFailure.UNREADABLE);
        }
        request.setConfig(CONFIG);
        request.setHeader(HttpHeaders.ACCEPT, "application/fhir+json, application/json;q=0.9");
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        Future<?> end = CLOCK.schedule(request::abort, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return JSON.readTree(body(request));
        } catch (JsonProcessingException noJson) {
            throw new NoFhirAnswer(SearchFailure.UNREADABLE);
        } catch (IOException broken) {
            throw new NoFhirAnswer(failure(broken, request.isAborted()));
        } finally {
            end.cancel(false);
            request.releaseConnection();
        }
    }

    private byte[] body(HttpGet request) throws IOException, NoFhirAnswer {
        try (CloseableHttpResponse response = http.execute(request)) {
            int status = response.getStatusLine().getStatusCode();
            HttpEntity entity = response.getEntity();
            if (status != 200 || entity == null || !isJson(entity)) {
                LOG.debugf("A FHIR server answered %d to a search for a patient", status);
                request.abort(); // or closing the answer would read on to its end
                throw new NoFhirAnswer(status == 200 ? SearchFailure.UNREADABLE : failure(status));
            }
            return read(entity, request);
        }
    }

    private static byte[] read(HttpEntity entity, HttpGet request) throws IOException, NoFhirAnswer {
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                request.abort();
                throw new NoFhirAnswer(SearchFailure.UNREADABLE);
            }
            return body;
        }
    }

    private static boolean isJson(HttpEntity entity) {
        return entity.getContentType() != null
                && entity.getContentType().getValue().toLowerCase(Locale.ROOT).contains("json");
    }

    private static SearchFailure failure(int status) {
        return switch (status) {
            case 401, 403 -> SearchFailure.REFUSED;
            case 404, 410 -> SearchFailure.NOBODY;
            case 408, 504 -> SearchFailure.SLOW;
            case 429, 500, 502, 503 -> SearchFailure.DOWN;
            default -> SearchFailure.UNREADABLE;
        };
    }

    /** The words of exceptions hold addresses, and those the names that were searched for: they are not passed on. */
    private static SearchFailure failure(IOException problem, boolean tookTooLong) {
        LOG.debugf("No answer of a FHIR server: %s", problem.getClass().getSimpleName());
        boolean late =
                tookTooLong || problem instanceof SocketTimeoutException || problem instanceof ConnectTimeoutException;
        return late ? SearchFailure.SLOW : SearchFailure.DOWN;
    }
}
