package dev.atrium.outbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.atrium.core.network.ReachableAddresses;
import dev.atrium.core.outbox.DeliveryResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.DnsResolver;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSenderTest {
    private static final ReachableAddresses PUBLIC = ReachableAddresses.beside("");
    private static final ReachableAddresses AND_LOOPBACK = ReachableAddresses.beside("127.0.0.0/8,::1");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Nested
    class Given_a_receiver {
        @ParameterizedTest
        @ValueSource(ints = {200, 201, 202, 204, 299})
        void any_success_is_delivery(int status) {
            assertThat(answered(Receiver.status(status))).isInstanceOf(DeliveryResult.Delivered.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 409, 422, 500, 501})
        void a_problem_of_one_message_leaves_others_alone(int status) {
            assertThat(answered(Receiver.status(status)))
                    .isEqualTo(new DeliveryResult.Deferred("The receiver answered " + status + "."));
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 502, 503, 504})
        void one_that_is_busy_is_left_in_peace(int status) {
            assertThat(answered(Receiver.status(status))).isInstanceOf(DeliveryResult.Unreachable.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {429, 503})
        void one_that_says_for_how_long_is_left_in_peace_for_that_long(int status) {
            DeliveryResult result = answered(exchange -> {
                exchange.getResponseHeaders().add("Retry-After", "90");
                exchange.sendResponseHeaders(status, -1);
            });
            assertThat(result)
                    .isEqualTo(new DeliveryResult.Unreachable(
                            "The receiver answered " + status + ".", Duration.ofSeconds(90)));
        }

        @Test
        void one_that_is_gone_is_believed() {
            assertThat(answered(Receiver.status(410))).isEqualTo(WebhookAnswer.GONE);
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void nobody_is_followed_elsewhere(int status) {
            try (Receiver elsewhere = Receiver.plain(Receiver.status(200))) {
                DeliveryResult result = answered(exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://localhost:" + elsewhere.port() + "/");
                    exchange.sendResponseHeaders(status, -1);
                });
                assertThat(result).isInstanceOf(DeliveryResult.Deferred.class);
                assertThat(elsewhere.hosts()).isEmpty();
            }
        }

        @Test
        void one_that_does_not_answer_is_waited_for_no_longer_than_said() {
            CountDownLatch end = new CountDownLatch(1);
            DeliveryResult result = answered(exchange -> await(end));
            end.countDown();
            assertThat(result).isEqualTo(new DeliveryResult.Deferred("There was no answer in time."));
        }

        @Test
        void one_that_sends_a_byte_now_and_then_is_not_waited_for_either() throws Exception {
            try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Thread drip = new Thread(() -> drip(slow));
                drip.setDaemon(true);
                drip.start();
                long before = System.nanoTime();
                DeliveryResult result = plainly(AND_LOOPBACK, "http://localhost:" + slow.getLocalPort() + "/");
                assertThat(result).isEqualTo(new DeliveryResult.Deferred("There was no answer in time."));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE.multipliedBy(2));
            }
        }

        @Test
        void one_that_answers_without_end_is_not_listened_to() {
            DeliveryResult result = answered(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] much = new byte[1 << 16];
                for (int i = 0; i < 10_000; i++) {
                    Receiver.write(exchange, much);
                }
            });
            assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        }

        @Test
        void the_end_of_a_long_answer_is_not_waited_for() throws Exception {
            try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CountDownLatch end = new CountDownLatch(1);
                Thread server = new Thread(() -> promise(slow, end));
                server.setDaemon(true);
                server.start();
                long before = System.nanoTime();
                DeliveryResult result = plainly(AND_LOOPBACK, "http://localhost:" + slow.getLocalPort() + "/");
                end.countDown();
                assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PATIENCE.dividedBy(2));
            }
        }

        @Test
        void one_that_hangs_up_is_tried_again_later_and_not_at_once() {
            AtomicInteger times = new AtomicInteger();
            DeliveryResult result = answered(exchange -> {
                times.incrementAndGet();
                throw new IOException("hangs up");
            });
            assertThat(result).isInstanceOf(DeliveryResult.Deferred.class);
            assertThat(times).hasValue(1);
        }

        @Test
        void nobody_there_means_that_nothing_else_is_tried_for_a_while() throws Exception {
            int closed;
            try (ServerSocket socket = new ServerSocket(0)) {
                closed = socket.getLocalPort();
            }
            assertThat(plainly(AND_LOOPBACK, "http://localhost:" + closed + "/"))
                    .isEqualTo(WebhookAnswer.NOBODY);
        }

        @Test
        void a_name_that_nobody_knows_too() {
            assertThat(plainly(PUBLIC, "http://nobody.invalid/")).isEqualTo(WebhookAnswer.NOBODY);
        }

        private DeliveryResult answered(HttpHandler answer) {
            try (Receiver receiver = Receiver.plain(answer)) {
                return plainly(AND_LOOPBACK, "http://localhost:" + receiver.port() + "/hook");
            }
        }
    }

    @Nested
    class Given_an_address_that_is_not_public {
        @ParameterizedTest
        @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "127.1", "0", "[::1]", "[::ffff:127.0.0.1]"})
        void nothing_is_sent(String host) {
            try (Receiver receiver = Receiver.plain(Receiver.status(200))) {
                DeliveryResult result = plainly(PUBLIC, "http://" + host + ":" + receiver.port() + "/");
                assertThat(result).isEqualTo(WebhookAnswer.NOBODY);
                assertThat(receiver.hosts()).isEmpty();
            }
        }

        @Test
        void nothing_is_sent_when_only_one_of_several_is_special() {
            DnsResolver mixed = host -> addresses("127.0.0.1", "10.0.0.1");
            try (Receiver receiver = Receiver.plain(Receiver.status(200))) {
                DeliveryResult result = send(
                        route(new CheckedResolver(mixed, ReachableAddresses.beside("127.0.0.1"))),
                        "http://example.org:" + receiver.port() + "/");
                assertThat(result).isEqualTo(WebhookAnswer.NOBODY);
                assertThat(receiver.hosts()).isEmpty();
            }
        }

        @Test
        void proxies_of_the_system_are_no_way_round() {
            String before = System.getProperty("http.proxyHost");
            try (Receiver proxy = Receiver.plain(Receiver.status(200))) {
                System.setProperty("http.proxyHost", "localhost");
                System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
                assertThat(plainly(PUBLIC, "http://10.0.0.1/")).isEqualTo(WebhookAnswer.NOBODY);
                assertThat(proxy.hosts()).isEmpty();
            } finally {
                System.clearProperty("http.proxyPort");
                if (before == null) {
                    System.clearProperty("http.proxyHost");
                }
            }
        }
    }

    @Nested
    class Given_a_name_that_changes_its_address {
        /** The first look-up gives a good address, each later one a bad one; a second look-up would be the hole. */
        @Test
        void it_is_looked_up_once_for_a_connection() {
            AtomicInteger lookUps = new AtomicInteger();
            DnsResolver rebinding = host -> addresses(lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254");
            try (Receiver receiver = Receiver.plain(Receiver.status(200))) {
                HttpSender.Route route = route(new CheckedResolver(rebinding, ReachableAddresses.beside("127.0.0.1")));
                String url = "http://rebinding.example:" + receiver.port() + "/";
                assertThat(send(route, url)).isInstanceOf(DeliveryResult.Delivered.class);
                assertThat(lookUps).hasValue(1);
                assertThat(receiver.hosts()).containsExactly("rebinding.example:" + receiver.port());
            }
        }

        @Test
        void a_later_message_is_not_sent_to_the_new_one() throws Exception {
            Iterator<String> answers = List.of("127.0.0.1", "127.0.0.2").iterator();
            DnsResolver rebinding = host -> addresses(answers.next());
            try (Receiver receiver = Receiver.plain(Receiver.status(200));
                    HttpSender sender = new HttpSender(
                            route(new CheckedResolver(rebinding, ReachableAddresses.beside("127.0.0.1"))))) {
                String url = "http://rebinding.example:" + receiver.port() + "/";
                assertThat(sender.send(post(url), PATIENCE)).isInstanceOf(DeliveryResult.Delivered.class);
                assertThat(sender.send(post(url), PATIENCE)).isEqualTo(WebhookAnswer.NOBODY);
                assertThat(receiver.hosts()).hasSize(1);
            }
        }
    }

    @Nested
    class Given_encryption {
        @TempDir
        private Path directory;

        /** The connection goes to the checked address, while name, certificate and Host stay those of the receiver. */
        @Test
        void the_certificate_is_that_of_the_name_and_not_of_the_address() {
            Identity identity = Identity.of("hooks.example", directory);
            try (Receiver receiver = Receiver.encrypted(identity.server(), Receiver.status(204))) {
                assertThat(send(trusting(identity), "https://hooks.example:" + receiver.port() + "/"))
                        .isInstanceOf(DeliveryResult.Delivered.class);
                assertThat(receiver.hosts()).containsExactly("hooks.example:" + receiver.port());
            }
        }

        @Test
        void a_certificate_of_another_name_is_refused() {
            Identity identity = Identity.of("other.example", directory);
            try (Receiver receiver = Receiver.encrypted(identity.server(), Receiver.status(204))) {
                assertThat(send(trusting(identity), "https://hooks.example:" + receiver.port() + "/"))
                        .isEqualTo(new DeliveryResult.Deferred(
                                "There is no trustworthy encrypted connection to the host."));
                assertThat(receiver.hosts()).isEmpty();
            }
        }

        @Test
        void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
            Identity identity = Identity.of("hooks.example", directory);
            HttpSender.Route route = new HttpSender.Route(SSLContext.getDefault(), toLoopback(), Optional.empty());
            try (Receiver receiver = Receiver.encrypted(identity.server(), Receiver.status(204))) {
                assertThat(send(route, "https://hooks.example:" + receiver.port() + "/"))
                        .isInstanceOf(DeliveryResult.Deferred.class);
                assertThat(receiver.hosts()).isEmpty();
            }
        }

        private static HttpSender.Route trusting(Identity identity) {
            return new HttpSender.Route(identity.whoTrustsIt(), toLoopback(), Optional.empty());
        }

        private static DnsResolver toLoopback() {
            return new CheckedResolver(host -> addresses("127.0.0.1"), AND_LOOPBACK);
        }
    }

    @Nested
    class Given_a_proxy_of_the_operator {
        @Test
        void everything_goes_through_it() throws Exception {
            try (Receiver proxy = Receiver.plain(Receiver.status(200))) {
                HttpSender.Route route = new HttpSender.Route(
                        SSLContext.getDefault(),
                        SystemDefaultDnsResolver.INSTANCE,
                        Optional.of(new HttpHost("localhost", proxy.port())));
                assertThat(send(route, "http://hooks.example/")).isInstanceOf(DeliveryResult.Delivered.class);
                assertThat(proxy.hosts()).containsExactly("hooks.example");
            }
        }
    }

    private static DeliveryResult plainly(ReachableAddresses reachable, String url) {
        return send(route(new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, reachable)), url);
    }

    private static HttpSender.Route route(DnsResolver resolver) {
        try {
            return new HttpSender.Route(SSLContext.getDefault(), resolver, Optional.empty());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static DeliveryResult send(HttpSender.Route route, String url) {
        try (HttpSender sender = new HttpSender(route)) {
            return sender.send(post(url), PATIENCE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpPost post(String url) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity("{}".getBytes(UTF_8)));
        return post;
    }

    private static InetAddress[] addresses(String... texts) {
        return Arrays.stream(texts).map(HttpSenderTest::address).toArray(InetAddress[]::new);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void promise(ServerSocket slow, CountDownLatch end) {
        try (var client = slow.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(UTF_8));
            client.getOutputStream().write(new byte[8192]);
            client.getOutputStream().flush();
            await(end);
        } catch (IOException clientGone) {
            // That is what the test is about.
            return;
        }
    }

    private static void drip(ServerSocket slow) {
        try (var client = slow.accept()) {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(UTF_8));
            for (int i = 0; i < 100; i++) {
                client.getOutputStream().write('x');
                client.getOutputStream().flush();
                await(new CountDownLatch(1), Duration.ofMillis(200));
            }
        } catch (IOException clientGone) {
            // That is what the test is about.
            return;
        }
    }

    private static void await(CountDownLatch never, Duration time) {
        try {
            never.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
