/** What a setup is going to change in a realm, in sentences, and the record of what it made. */
@NullMarked
package dev.atrium.setup.change;

import org.jspecify.annotations.NullMarked;
