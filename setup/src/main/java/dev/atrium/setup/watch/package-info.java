/** Looks at the health of all realms from time to time, and tells administrators. */
@NullMarked
package dev.atrium.setup.watch;

import org.jspecify.annotations.NullMarked;
