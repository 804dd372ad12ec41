/** Whose an account is. */
@NullMarked
package dev.atrium.core.account;

import org.jspecify.annotations.NullMarked;
