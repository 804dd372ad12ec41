/** What a request is told when it cannot be done. */
@NullMarked
package dev.atrium.rest.error;

import org.jspecify.annotations.NullMarked;
