/** The admin REST of invitations. */
@NullMarked
package dev.atrium.rest.invitation;

import org.jspecify.annotations.NullMarked;
