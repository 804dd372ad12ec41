/** What authenticators have in common. */
@NullMarked
package dev.atrium.support.flow;

import org.jspecify.annotations.NullMarked;
