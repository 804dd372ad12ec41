/** Memberships over HTTP. */
@NullMarked
package dev.atrium.rest.membership;

import org.jspecify.annotations.NullMarked;
