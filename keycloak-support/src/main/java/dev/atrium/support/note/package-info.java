/** Typed places in a sign-in's session. */
@NullMarked
package dev.atrium.support.note;

import org.jspecify.annotations.NullMarked;
