/** By which methods a person may sign in here, and by which they did. */
@NullMarked
package dev.atrium.directory.login;

import org.jspecify.annotations.NullMarked;
