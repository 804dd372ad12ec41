package dev.atrium.outbox.http;

import dev.atrium.core.outbox.DeliveryResult;
import dev.atrium.outbox.queue.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.NameValuePair;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.DnsResolver;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.DefaultHostnameVerifier;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.jboss.logging.Logger;

/**
 * Posts to servers of others: never follows them elsewhere, never waits longer than it said, and reads next to nothing
 * of what they answer. Proxies of the system's settings are not used; only one that the operator names here.
 */
final class HttpSender implements Closeable {
    private static final Logger LOG = Logger.getLogger(HttpSender.class);
    private static final int MOST_CONNECTIONS = 50;
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 8192;
    private static final int MOST_OF_A_BODY = 4096;

    private final CloseableHttpClient http;

    /** How to reach others. */
    record Route(SSLContext tls, DnsResolver resolver, Optional<HttpHost> proxy) {}

    HttpSender(Route route) {
        this.http = client(route);
    }

    DeliveryResult send(HttpPost request, Duration atMost) {
        int millis = Math.toIntExact(atMost.toMillis());
        request.setConfig(RequestConfig.custom()
                .setConnectTimeout(millis)
                .setSocketTimeout(millis)
                .setConnectionRequestTimeout(millis)
                .setRedirectsEnabled(false)
                .build());
        try (Deadline deadline = Deadline.after(atMost)) {
            deadline.closes(request::abort);
            return answer(request);
        } catch (IOException noAnswer) {
            return WebhookAnswer.of(noAnswer, request.isAborted());
        } finally {
            request.releaseConnection();
        }
    }

    private DeliveryResult answer(HttpPost request) throws IOException {
        try (CloseableHttpResponse response = http.execute(request)) {
            skim(response.getEntity(), request);
            return WebhookAnswer.of(
                    response.getStatusLine().getStatusCode(),
                    Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                            .map(NameValuePair::getValue));
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    /** Takes a short answer to its end, so that a polite server is not hung up on; leaves the rest of a long one. */
    private static void skim(HttpEntity answer, HttpPost request) {
        if (answer == null) {
            return;
        }
        try (InputStream body = answer.getContent()) {
            if (body.readNBytes(MOST_OF_A_BODY).length == MOST_OF_A_BODY) {
                request.abort(); // or closing it would read on to its end
            }
        } catch (IOException cutOff) {
            LOG.debug("The answer to a webhook was cut off after its status", cutOff);
        }
    }

    private static CloseableHttpClient client(Route route) {
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(connections(route))
                .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
                .setUserAgent("Atrium-Webhooks")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
        route.proxy().ifPresent(builder::setProxy);
        return builder.build();
    }

    private static PoolingHttpClientConnectionManager connections(Route route) {
        var schemes = RegistryBuilder.<ConnectionSocketFactory>create()
                .register("http", PlainConnectionSocketFactory.getSocketFactory())
                .register("https", new SSLConnectionSocketFactory(route.tls(), new DefaultHostnameVerifier()))
                .build();
        var connections = new PoolingHttpClientConnectionManager(schemes, route.resolver());
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setMessageConstraints(MessageConstraints.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_HEADER)
                        .build())
                .build());
        return connections;
    }
}
