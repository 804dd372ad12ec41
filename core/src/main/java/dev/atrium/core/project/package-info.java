/** Projects, the people in them, and what each of them may do there. */
@NullMarked
package dev.atrium.core.project;

import org.jspecify.annotations.NullMarked;
