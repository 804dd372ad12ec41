/** What a password hash costs, by each way to compute it, and whether they all come to the same. */
@NullMarked
package dev.atrium.benchmarks.hash;

import org.jspecify.annotations.NullMarked;
