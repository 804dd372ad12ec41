/** Settings that a realm admin makes in the console. */
@NullMarked
package dev.atrium.support.config;

import org.jspecify.annotations.NullMarked;
