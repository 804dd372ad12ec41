/** What a project asks of a sign-in beyond who somebody is: methods, and a second factor. */
@NullMarked
package dev.atrium.core.factor;

import org.jspecify.annotations.NullMarked;
