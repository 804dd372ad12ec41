/** The client scopes that SMART apps ask for, with their mappers. */
@NullMarked
package dev.atrium.setup.scope;

import org.jspecify.annotations.NullMarked;
