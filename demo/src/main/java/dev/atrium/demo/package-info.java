/** Atrium in a Keycloak of its own, for people who try it and for tests. */
@NullMarked
package dev.atrium.demo;

import org.jspecify.annotations.NullMarked;
