/** Which scopes a client may request, and how they are resolved. */
@NullMarked
package dev.atrium.tokens.scope;

import org.jspecify.annotations.NullMarked;
