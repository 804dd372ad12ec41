/** The required actions behind the stages: what must hold whatever flow a login came by. */
@NullMarked
package dev.atrium.authenticators.requiredaction;

import org.jspecify.annotations.NullMarked;
