/** The domain stage: the e-mail's domain decides the method. */
@NullMarked
package dev.atrium.authenticators.domain;

import org.jspecify.annotations.NullMarked;
