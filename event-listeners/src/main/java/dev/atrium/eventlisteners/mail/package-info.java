/** Listens for what people are told of by mail. */
@NullMarked
package dev.atrium.eventlisteners.mail;

import org.jspecify.annotations.NullMarked;
