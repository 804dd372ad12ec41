package dev.atrium.tests.timing;

import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Measures whether a stranger can tell accounts apart by time: as many samples of each kind at each page as are asked
 * for, in random order on one server. A program, no test: it asserts nothing.
 *
 * <p>Its arguments: the server's address, the samples of each kind, and the seed of their order.
 */
public final class AccountTimings {
    private final Map<String, Map<Account, List<Double>>> times = new LinkedHashMap<>();

    private AccountTimings() {}

    public static void main(String[] arguments) {
        AtriumServer.isAt(URI.create(arguments[0]));
        int samples = Integer.parseInt(arguments[1]);
        AccountTimings timings = new AccountTimings();
        try (TimedRealm realm = new TimedRealm(samples)) {
            inRandomOrder(samples, Long.parseLong(arguments[2])).forEach(email -> timings.measure(realm, email));
        }
        timings.print();
    }

    private record Sample(Account account, String email) {}

    private static List<Sample> inRandomOrder(int samples, long seed) {
        List<Sample> all = new ArrayList<>();
        for (int number = 0; number < samples; number++) {
            for (Account account : Account.values()) {
                all.add(new Sample(account, account.email(number)));
            }
        }
        Collections.shuffle(all, new Random(seed));
        return all;
    }

    private void measure(TimedRealm realm, Sample sample) {
        Page first = realm.emailPage();
        Page password = timed("e-mail", sample, () -> first.email(sample.email()));
        Page refused = timed("password", sample, () -> password.password(TimedRealm.WRONG));
        Page reset = refused.browser()
                .open(URI.create(
                        refused.html().select("a[href*=reset-credentials]").attr("abs:href")));
        timed(
                "reset",
                sample,
                () -> reset.submit("kc-reset-password-form", Map.of("username", List.of(sample.email())), "login"));
    }

    private Page timed(String page, Sample sample, Supplier<Page> request) {
        long start = System.nanoTime();
        Page answer = request.get();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        times.computeIfAbsent(page, key -> new EnumMap<>(Account.class))
                .computeIfAbsent(sample.account(), key -> new ArrayList<>())
                .add(milliseconds);
        return answer;
    }

    private void print() {
        times.forEach((page, byAccount) -> {
            byAccount.forEach((account, measured) -> {
                double[] sorted = sorted(measured);
                System.out.printf(Locale.ROOT, "%-9s %-9s median %.2f ms%n", page, account, sorted[sorted.length / 2]);
            });
            for (Account one : Account.values()) {
                Arrays.stream(Account.values())
                        .filter(other -> other.compareTo(one) > 0)
                        .forEach(other -> System.out.printf(
                                Locale.ROOT,
                                "%-9s %-9s %-9s p = %.2g%n",
                                page,
                                one,
                                other,
                                MannWhitney.p(sorted(byAccount.get(one)), sorted(byAccount.get(other)))));
            }
        });
    }

    private static double[] sorted(List<Double> measured) {
        return measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
