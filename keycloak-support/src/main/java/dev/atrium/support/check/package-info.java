/** What a part of the pack finds out about the server that it runs in. */
@NullMarked
package dev.atrium.support.check;

import org.jspecify.annotations.NullMarked;
