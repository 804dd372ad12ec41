/** What of a realm is not as it should be, why, and what to do about it. */
@NullMarked
package dev.atrium.setup.health;

import org.jspecify.annotations.NullMarked;
