/** The search parameters of a granular SMART scope (SMART App Launch 2.2, section 3.0.2.3). */
@NullMarked
package dev.atrium.core.search;

import org.jspecify.annotations.NullMarked;
