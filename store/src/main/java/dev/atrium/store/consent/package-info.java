/** Consents. */
@NullMarked
package dev.atrium.store.consent;

import org.jspecify.annotations.NullMarked;
