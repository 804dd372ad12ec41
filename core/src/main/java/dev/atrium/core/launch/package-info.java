/** What an app is launched with (SMART App Launch 2.2.0, "Launch context parameters"). */
@NullMarked
package dev.atrium.core.launch;

import org.jspecify.annotations.NullMarked;
