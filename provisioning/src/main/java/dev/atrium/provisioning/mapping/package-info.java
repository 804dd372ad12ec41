/** How the fields of a call become those of a membership. */
@NullMarked
package dev.atrium.provisioning.mapping;

import org.jspecify.annotations.NullMarked;
