/** What other systems are told of, who wants to be told, and whom the server may call at all. */
@NullMarked
package dev.atrium.core.webhook;

import org.jspecify.annotations.NullMarked;
