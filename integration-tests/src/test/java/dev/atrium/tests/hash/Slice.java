package dev.atrium.tests.hash;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Some seconds of one server, in which so many people sign in again and again, from the first page to the tokens.
 *
 * @param times of each sign-in
 * @param processor what they cost the server
 */
record Slice(Duration length, List<Duration> times, Duration processor) {
    static Slice of(RatedServer server, int atOnce, Duration planned) throws InterruptedException {
        AtriumServer.isAt(server.baseUrl());
        Duration before = server.processorTime();
        long begin = System.nanoTime();
        ExecutorService people = Executors.newFixedThreadPool(atOnce);
        List<Callable<List<Duration>>> all = new ArrayList<>();
        for (int number = 0; number < atOnce; number++) {
            int first = number;
            all.add(() -> signIns(
                    server.kind(),
                    IntStream.iterate(first, one -> one < RatedServer.PEOPLE, one -> one + atOnce)
                            .mapToObj(RatedServer::person)
                            .toList(),
                    begin + planned.toNanos()));
        }
        List<Duration> times = new ArrayList<>();
        for (Future<List<Duration>> done : people.invokeAll(all)) {
            times.addAll(get(done));
        }
        people.shutdown();
        Duration length = Duration.ofNanos(System.nanoTime() - begin);
        return new Slice(length, times, server.processorTime().minus(before));
    }

    /** Sign-ins in a second. */
    double rate() {
        return times.size() / (length.toNanos() / 1e9);
    }

    /** What one sign-in cost the server. */
    Duration processorEach() {
        return processor.dividedBy(times.size());
    }

    private static List<Duration> signIns(RatedServer.Kind kind, List<String> people, long end) {
        List<Duration> times = new ArrayList<>();
        long begin = System.nanoTime();
        while (begin < end) {
            signIn(kind, people.get(times.size() % people.size()));
            long now = System.nanoTime();
            times.add(Duration.ofNanos(now - begin));
            begin = now;
        }
        return times;
    }

    /** On how many pages somebody enters name and password. */
    static int pages(RatedServer server) {
        AtriumServer.isAt(server.baseUrl());
        return asksForBoth(begin(server.kind())) ? 1 : 2;
    }

    private static void signIn(RatedServer.Kind kind, String person) {
        Page first = begin(kind);
        Page callback = asksForBoth(first)
                ? first.submit(
                        "kc-form-login",
                        Map.of("username", List.of(person), "password", List.of(Admin.PASSWORD)),
                        "login")
                : first.email(person).password(Admin.PASSWORD);
        Tokens tokens = App.PORTAL.exchange(callback);
        if (tokens.accessToken().isEmpty()) {
            throw new AssertionError("no token for " + person);
        }
    }

    private static Page begin(RatedServer.Kind kind) {
        return App.PORTAL.authorize(new Browser(), kind.isStock() ? "openid" : "openid fhirUser user/*.rs");
    }

    private static boolean asksForBoth(Page page) {
        return !page.html().select("input[name=password]:not([type=hidden])").isEmpty();
    }

    private static List<Duration> get(Future<List<Duration>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
