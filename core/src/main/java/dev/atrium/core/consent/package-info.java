/** What a person is asked before an app gets scopes, and what follows from the answer. */
@NullMarked
package dev.atrium.core.consent;

import org.jspecify.annotations.NullMarked;
