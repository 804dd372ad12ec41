/** What holds for every token, whichever way it was asked for. */
@NullMarked
package dev.atrium.protocolmappers.grant;

import org.jspecify.annotations.NullMarked;
