package dev.atrium.tests.malformed;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many malformed requests from a few threads; the same seed and number give the same request. */
final class Campaign {
    private static final int THREADS = 4;

    private final long seed;
    private final Targets targets;
    private final Stock stock;
    private final List<StageVisit> profiles = new ArrayList<>();
    private final List<StageVisit> scopes = new ArrayList<>();
    private final Wire wire = new Wire(AtriumServer.baseUrl());
    private final Map<String, Long> seen = new ConcurrentSkipListMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    Campaign(long seed, Admin admin, Targets targets) {
        this.seed = seed;
        this.targets = targets;
        this.stock = new Stock(wire, admin);
        for (int thread = 0; thread < THREADS; thread++) {
            profiles.add(StageVisit.ofProfiles(admin, targets.admin().memberships()));
            scopes.add(StageVisit.ofScopes(admin));
        }
    }

    /** What was wrong; nothing, hopefully. */
    List<String> run(int requests) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> threads.submit(() -> run(thread, requests)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
            stock.remove();
        }
        return List.copyOf(wrong);
    }

    /** How often which endpoint answered what. */
    Map<String, Long> seen() {
        return seen;
    }

    private void run(int thread, int requests) {
        for (int number = thread; number < requests && wrong.size() < 20; number += THREADS) {
            Noise noise = new Noise(new Random(seed + number));
            if (noise.oneIn(12)) {
                visit((noise.oneIn(2) ? profiles : scopes).get(thread), noise, number);
            } else {
                send(targets.any(noise), number);
            }
        }
    }

    private void visit(StageVisit visit, Noise noise, int number) {
        Reply reply = visit.answerWrongly(noise);
        count("stage pages", reply);
        Optional<String> granted = visit.smartScopes(reply);
        if (reply.isServerError()) {
            fail(number, "stage pages", "answers " + reply.status());
        } else if (granted.isPresent()) {
            fail(number, "stage pages", "grant " + granted.get());
        } else if (!reply.location().contains("code=")) {
            reply.leak().ifPresent(leak -> fail(number, "stage pages", "give " + leak));
        }
    }

    private void send(Targets.Shot shot, int number) {
        try {
            Reply reply = wire.send(shot.attempt());
            count(shot.target().name(), reply);
            reply.leak().ifPresent(leak -> fail(number, shot.attempt(), "gives " + leak));
            if (reply.isServerError() && (shot.target().ours() || !stock.failsToo(shot.attempt()))) {
                fail(number, shot.attempt(), "answers " + reply.status() + ": " + reply.body());
            }
            if (shot.target().ours() && shot.attempt().mayChange() && reply.status() < 400 && reply.status() > 0) {
                fail(number, shot.attempt(), "does something: " + reply.status());
            }
        } catch (IOException broken) {
            fail(number, shot.attempt(), "got no answer: " + broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void count(String target, Reply reply) {
        seen.merge(target + " " + reply.status(), 1L, Long::sum);
    }

    private void fail(int number, Object what, String why) {
        wrong.add("request " + number + " of seed " + seed + ": " + what + " " + why);
    }
}
