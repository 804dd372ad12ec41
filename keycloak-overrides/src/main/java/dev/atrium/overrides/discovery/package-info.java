/** What apps are told about this server before they ask it for anything. */
@NullMarked
package dev.atrium.overrides.discovery;

import org.jspecify.annotations.NullMarked;
