/** What an app is launched with, from the EHR to the token. */
@NullMarked
package dev.atrium.directory.launch;

import org.jspecify.annotations.NullMarked;
