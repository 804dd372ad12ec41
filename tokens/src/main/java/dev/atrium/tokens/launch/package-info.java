/** How an app proves that an EHR launched it. */
@NullMarked
package dev.atrium.tokens.launch;

import org.jspecify.annotations.NullMarked;
