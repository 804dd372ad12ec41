package dev.atrium.tests.timing;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Whether two samples can be told apart: the rank-sum test of Mann and Whitney, by its normal approximation. */
final class MannWhitney {
    private MannWhitney() {}

    /** How likely two samples of the same distribution differ at least as much as these, to either side. */
    static double p(double[] one, double[] other) {
        double n = one.length;
        double m = other.length;
        double wins = Arrays.stream(one)
                .map(value -> DoubleStream.of(other)
                        .map(rival -> value > rival ? 1 : value == rival ? 0.5 : 0)
                        .sum())
                .sum();
        double z = Math.abs(wins - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * upperTail(z);
    }

    /** The normal distribution beyond z, by Abramowitz and Stegun 26.2.17, and far out by its leading term. */
    private static double upperTail(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z > 6) {
            return density / z;
        }
        double t = 1 / (1 + 0.2316419 * z);
        return density
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }
}
