/** What a project asks of a sign-in: a second factor, or one of certain methods. Part of the profile stage. */
@NullMarked
package dev.atrium.authenticators.secondfactor;

import org.jspecify.annotations.NullMarked;
