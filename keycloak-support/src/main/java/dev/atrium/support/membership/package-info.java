/** How a membership travels with one grant, and how it is found again. */
@NullMarked
package dev.atrium.support.membership;

import org.jspecify.annotations.NullMarked;
