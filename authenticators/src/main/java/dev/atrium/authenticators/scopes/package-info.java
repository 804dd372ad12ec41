/** The scopes stage: what the app may do. */
@NullMarked
package dev.atrium.authenticators.scopes;

import org.jspecify.annotations.NullMarked;
