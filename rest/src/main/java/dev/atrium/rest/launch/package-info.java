/** Where EHRs say what they launch an app with. */
@NullMarked
package dev.atrium.rest.launch;

import org.jspecify.annotations.NullMarked;
