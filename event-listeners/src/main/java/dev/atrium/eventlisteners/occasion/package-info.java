/** What happens in a realm that people are told of by mail. */
@NullMarked
package dev.atrium.eventlisteners.occasion;

import org.jspecify.annotations.NullMarked;
