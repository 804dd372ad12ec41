/** What SMART adds to an authorization request. */
@NullMarked
package dev.atrium.tokens.request;

import org.jspecify.annotations.NullMarked;
