/** Mail templates, the log of hooks, and cleaning up. */
@NullMarked
package dev.atrium.store.message;

import org.jspecify.annotations.NullMarked;
