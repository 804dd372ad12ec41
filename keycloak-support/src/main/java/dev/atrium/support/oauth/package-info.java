/** Answers to the app that asked. */
@NullMarked
package dev.atrium.support.oauth;

import org.jspecify.annotations.NullMarked;
