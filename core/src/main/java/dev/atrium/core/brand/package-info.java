/** The look of a project: its colours, and whom people ask for help. */
@NullMarked
package dev.atrium.core.brand;

import org.jspecify.annotations.NullMarked;
