/** Webhooks of other systems: how they are understood, and what is done for them. */
@NullMarked
package dev.atrium.rest.hook;

import org.jspecify.annotations.NullMarked;
