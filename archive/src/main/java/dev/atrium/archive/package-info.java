/** A step of the build of the archive. */
@NullMarked
package dev.atrium.archive;

import org.jspecify.annotations.NullMarked;
