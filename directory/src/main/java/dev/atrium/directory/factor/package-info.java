/** What of a sign-in is proven beyond the person, and what a project still asks for. */
@NullMarked
package dev.atrium.directory.factor;

import org.jspecify.annotations.NullMarked;
