/** The way back in for those who forgot their password. */
@NullMarked
package dev.atrium.authenticators.reset;

import org.jspecify.annotations.NullMarked;
