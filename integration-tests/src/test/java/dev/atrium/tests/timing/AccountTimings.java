package dev.atrium.tests.timing;

import dev.atrium.tests.server.AtriumServer;
import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures whether a stranger can tell accounts apart by time: as many samples of each kind at each step as are asked
 * for, in random order on one server. A program that asserts nothing; {@code LeaksNothingIT} does, with fewer samples.
 *
 * <p>Its arguments: the server's address, the samples of each kind, and the seed of their order.
 */
public final class AccountTimings {
    private AccountTimings() {}

    public static void main(String[] arguments) {
        AtriumServer.isAt(URI.create(arguments[0]));
        Map<Account, Integer> sizes = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            sizes.put(account, Integer.parseInt(arguments[1]));
        }
        try (TimedRealm realm = new TimedRealm(sizes)) {
            print(Samples.of(realm.name(), sizes, Long.parseLong(arguments[2]), 1));
        }
    }

    private static void print(Samples samples) {
        for (Step step : Step.values()) {
            for (Account one : Account.values()) {
                System.out.printf(Locale.ROOT, "%-8s %-8s median %.2f ms%n", step, one, samples.median(step, one));
                for (Account other : Account.values()) {
                    if (other.compareTo(one) > 0) {
                        System.out.printf(
                                Locale.ROOT,
                                "%-8s %-8s %-8s p = %.2g%n",
                                step,
                                one,
                                other,
                                samples.p(step, one, other));
                    }
                }
            }
        }
    }
}
