/** The first sign-in through an identity provider. */
@NullMarked
package dev.atrium.authenticators.broker;

import org.jspecify.annotations.NullMarked;
