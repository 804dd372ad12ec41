/** The required action that makes sure the stages ran, however a person came in. */
@NullMarked
package dev.atrium.authenticators.backstop;

import org.jspecify.annotations.NullMarked;
