/** Listens for logins that have been overtaken by the end of their person's sessions. */
@NullMarked
package dev.atrium.eventlisteners.login;

import org.jspecify.annotations.NullMarked;
