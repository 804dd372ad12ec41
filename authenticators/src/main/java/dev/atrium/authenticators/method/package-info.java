/** The methods a domain can decide for. */
@NullMarked
package dev.atrium.authenticators.method;

import org.jspecify.annotations.NullMarked;
