/** Whose an account is, and what happens when somebody proves to own its e-mail address. */
@NullMarked
package dev.atrium.directory.account;

import org.jspecify.annotations.NullMarked;
