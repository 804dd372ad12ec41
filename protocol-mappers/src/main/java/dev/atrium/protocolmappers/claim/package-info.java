/** The claims of a token, one mapper each. */
@NullMarked
package dev.atrium.protocolmappers.claim;

import org.jspecify.annotations.NullMarked;
