/** The invitation stage: whoever came by the link of an invitation accepts it after signing in. */
@NullMarked
package dev.atrium.authenticators.invitation;

import org.jspecify.annotations.NullMarked;
