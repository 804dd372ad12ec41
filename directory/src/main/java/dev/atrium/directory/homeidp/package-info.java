/** The identity provider at which the people of an organization sign in: their home IdP. */
@NullMarked
package dev.atrium.directory.homeidp;

import org.jspecify.annotations.NullMarked;
