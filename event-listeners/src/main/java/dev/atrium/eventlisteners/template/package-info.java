/** The language of own mail templates: FreeMarker without anything that reaches, repeats or grows. */
@NullMarked
package dev.atrium.eventlisteners.template;

import org.jspecify.annotations.NullMarked;
