/** What is granted of the scopes that are asked for. */
@NullMarked
package dev.atrium.core.negotiation;

import org.jspecify.annotations.NullMarked;
