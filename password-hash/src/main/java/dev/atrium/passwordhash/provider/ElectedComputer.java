package dev.atrium.passwordhash.provider;

import dev.atrium.passwordhash.computer.HashComputer;
import java.time.Duration;

/**
 * A way to compute hashes that gave the right digests.
 *
 * @param time of a processor that a hash with the server's settings took
 */
record ElectedComputer(HashComputer computer, Duration time) {}
