/** Access policies to begin with. */
@NullMarked
package dev.atrium.setup.policy;

import org.jspecify.annotations.NullMarked;
