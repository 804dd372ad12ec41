/** What a realm has where Atrium is set up in it. */
@NullMarked
package dev.atrium.setup.realm;

import org.jspecify.annotations.NullMarked;
