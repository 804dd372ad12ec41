/** Which scopes the members of a project may use at most. */
@NullMarked
package dev.atrium.core.policy;

import org.jspecify.annotations.NullMarked;
