/** The flows that people sign in by: a copy of the realm's browser flow with Atrium's steps, and the flows of identity providers. */
@NullMarked
package dev.atrium.setup.flow;

import org.jspecify.annotations.NullMarked;
