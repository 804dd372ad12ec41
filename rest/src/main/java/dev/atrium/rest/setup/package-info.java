/** Setting a realm up over HTTP. */
@NullMarked
package dev.atrium.rest.setup;

import org.jspecify.annotations.NullMarked;
