/** How the rest of the pack sees and tries own mail templates. */
@NullMarked
package dev.atrium.support.mail;

import org.jspecify.annotations.NullMarked;
