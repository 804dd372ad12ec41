/** The pages that links in mails lead to: opening one changes nothing, its button does. */
@NullMarked
package dev.atrium.rest.link;

import org.jspecify.annotations.NullMarked;
