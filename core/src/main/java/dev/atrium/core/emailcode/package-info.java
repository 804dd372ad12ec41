/** Codes that are sent to somebody's e-mail address to sign in with. */
@NullMarked
package dev.atrium.core.emailcode;

import org.jspecify.annotations.NullMarked;
