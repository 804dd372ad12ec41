/** The step that sends a code to somebody's e-mail address and asks for it. */
@NullMarked
package dev.atrium.authenticators.emailcode;

import org.jspecify.annotations.NullMarked;
