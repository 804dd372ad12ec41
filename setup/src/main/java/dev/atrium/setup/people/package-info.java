/** How many people a setup would keep from signing in. */
@NullMarked
package dev.atrium.setup.people;

import org.jspecify.annotations.NullMarked;
