/** Filters in front of the paths that are Atrium's. */
@NullMarked
package dev.atrium.overrides.filter;

import org.jspecify.annotations.NullMarked;
