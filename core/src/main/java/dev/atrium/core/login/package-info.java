/** By which methods a person may sign in, decided by what they typed, who they are and where they want to go. */
@NullMarked
package dev.atrium.core.login;

import org.jspecify.annotations.NullMarked;
