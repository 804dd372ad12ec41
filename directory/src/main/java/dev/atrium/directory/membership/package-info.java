/** The membership that a login or a token is bound to. */
@NullMarked
package dev.atrium.directory.membership;

import org.jspecify.annotations.NullMarked;
