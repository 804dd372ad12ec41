/** What Atrium answers to everybody, below a realm. */
@NullMarked
package dev.atrium.rest.realm;

import org.jspecify.annotations.NullMarked;
