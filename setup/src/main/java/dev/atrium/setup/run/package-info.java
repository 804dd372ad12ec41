/** Sets a realm up, and takes it back. */
@NullMarked
package dev.atrium.setup.run;

import org.jspecify.annotations.NullMarked;
