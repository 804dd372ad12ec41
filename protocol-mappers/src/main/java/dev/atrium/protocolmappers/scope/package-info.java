/** SMART scopes as client scopes that need not exist. */
@NullMarked
package dev.atrium.protocolmappers.scope;

import org.jspecify.annotations.NullMarked;
