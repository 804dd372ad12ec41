/** What somebody would meet who signs in, without signing in. */
@NullMarked
package dev.atrium.rest.login;

import org.jspecify.annotations.NullMarked;
