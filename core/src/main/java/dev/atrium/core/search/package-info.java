/** The search parameters of a granular SMART scope (SMART App Launch 2.2, "Finer-grained resource constraints using search parameters"). */
@NullMarked
package dev.atrium.core.search;

import org.jspecify.annotations.NullMarked;
