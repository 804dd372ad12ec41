/** What of a realm is not as it should be. */
@NullMarked
package dev.atrium.rest.health;

import org.jspecify.annotations.NullMarked;
