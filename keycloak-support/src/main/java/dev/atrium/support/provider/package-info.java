/** What providers of any kind have in common. */
@NullMarked
package dev.atrium.support.provider;

import org.jspecify.annotations.NullMarked;
