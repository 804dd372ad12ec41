/** How clients authenticate. */
@NullMarked
package dev.atrium.overrides.client;

import org.jspecify.annotations.NullMarked;
