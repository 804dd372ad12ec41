/** Projects: organizations of the realm, with what their attributes say. */
@NullMarked
package dev.atrium.directory.project;

import org.jspecify.annotations.NullMarked;
