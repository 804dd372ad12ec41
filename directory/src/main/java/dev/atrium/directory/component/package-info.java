/** Components of a realm that belong to a project, with their signing secrets. */
@NullMarked
package dev.atrium.directory.component;

import org.jspecify.annotations.NullMarked;
