/** Receiving the calls of other systems: hooks, their callers, their log. */
@NullMarked
package dev.atrium.provisioning.hook;

import org.jspecify.annotations.NullMarked;
