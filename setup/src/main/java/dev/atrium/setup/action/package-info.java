/** Required actions, and their order. */
@NullMarked
package dev.atrium.setup.action;

import org.jspecify.annotations.NullMarked;
