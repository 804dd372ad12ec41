/** Access policies over HTTP. */
@NullMarked
package dev.atrium.rest.policy;

import org.jspecify.annotations.NullMarked;
