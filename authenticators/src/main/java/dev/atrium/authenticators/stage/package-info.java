/** What the profile and scopes stages have in common. */
@NullMarked
package dev.atrium.authenticators.stage;

import org.jspecify.annotations.NullMarked;
