/** The profile stage: in which project, and as whom. */
@NullMarked
package dev.atrium.authenticators.profile;

import org.jspecify.annotations.NullMarked;
