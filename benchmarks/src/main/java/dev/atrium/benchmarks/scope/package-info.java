/** What it costs to read scopes and to compare them. */
@NullMarked
package dev.atrium.benchmarks.scope;

import org.jspecify.annotations.NullMarked;
