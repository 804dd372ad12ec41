package dev.atrium.tests.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** How long each step took for each kind of account, in milliseconds, sorted. */
record Samples(Map<Step, Map<Account, double[]>> times) {
    private record Sample(Account account, int number) {}

    /** Tries as many accounts of each kind, each once, in random order, with so many browsers at once. */
    static Samples of(String realm, Map<Account, Integer> sizes, long seed, int browsers) {
        List<Sample> order = new ArrayList<>();
        sizes.forEach((account, size) -> {
            for (int number = 0; number < size; number++) {
                order.add(new Sample(account, number));
            }
        });
        Collections.shuffle(order, new Random(seed));
        Map<Step, Map<Account, List<Double>>> times = new EnumMap<>(Step.class);
        List<Visit> visits = inParallel(
                browsers,
                order.stream()
                        .map(sample -> (Callable<Visit>)
                                () -> Visit.of(realm, sample.account().typed(sample.number())))
                        .toList());
        for (int i = 0; i < order.size(); i++) {
            Account account = order.get(i).account();
            visits.get(i)
                    .times()
                    .forEach((step, time) -> times.computeIfAbsent(step, key -> new EnumMap<>(Account.class))
                            .computeIfAbsent(account, key -> new ArrayList<>())
                            .add(time));
        }
        return new Samples(sorted(times));
    }

    /** How likely chance alone makes these two kinds of accounts differ so much at this step. */
    double p(Step step, Account one, Account other) {
        return MannWhitney.p(times.get(step).get(one), times.get(step).get(other));
    }

    double median(Step step, Account account) {
        double[] all = times.get(step).get(account);
        return all[all.length / 2];
    }

    String medians(Step step) {
        return times.get(step).keySet().stream()
                .map(account -> "%s %.1f ms".formatted(account, median(step, account)))
                .collect(Collectors.joining(", ", step + ": ", ""));
    }

    static <T> List<T> inParallel(int threads, List<Callable<T>> tasks) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> one : executor.invokeAll(tasks)) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            executor.shutdown();
        }
    }

    private static Map<Step, Map<Account, double[]>> sorted(Map<Step, Map<Account, List<Double>>> times) {
        Map<Step, Map<Account, double[]>> sorted = new EnumMap<>(Step.class);
        times.forEach((step, byAccount) -> byAccount.forEach((account, all) -> sorted.computeIfAbsent(
                        step, key -> new EnumMap<>(Account.class))
                .put(
                        account,
                        all.stream().mapToDouble(Double::doubleValue).sorted().toArray())));
        return sorted;
    }
}
