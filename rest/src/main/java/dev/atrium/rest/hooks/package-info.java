/** The admin REST of hooks. */
@NullMarked
package dev.atrium.rest.hooks;

import org.jspecify.annotations.NullMarked;
