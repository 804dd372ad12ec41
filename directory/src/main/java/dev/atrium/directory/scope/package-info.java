/** What a scope means, in words that a person understands. */
@NullMarked
package dev.atrium.directory.scope;

import org.jspecify.annotations.NullMarked;
