/** A first project, its app and its member. */
@NullMarked
package dev.atrium.setup.project;

import org.jspecify.annotations.NullMarked;
