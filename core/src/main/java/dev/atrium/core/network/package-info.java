/** Which network addresses the server may call. */
@NullMarked
package dev.atrium.core.network;

import org.jspecify.annotations.NullMarked;
