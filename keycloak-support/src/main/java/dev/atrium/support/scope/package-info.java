/** What scopes mean, in the words of whoever reads. */
@NullMarked
package dev.atrium.support.scope;

import org.jspecify.annotations.NullMarked;
