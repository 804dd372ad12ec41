/** What of a realm is not as it should be. */
@NullMarked
package dev.atrium.core.health;

import org.jspecify.annotations.NullMarked;
