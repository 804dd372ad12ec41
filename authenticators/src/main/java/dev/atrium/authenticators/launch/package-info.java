/** What a sign-in is launched with. */
@NullMarked
package dev.atrium.authenticators.launch;

import org.jspecify.annotations.NullMarked;
