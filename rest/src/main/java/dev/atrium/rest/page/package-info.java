/** What keeps a page of a sign-in from answering a broken form with a server error. */
@NullMarked
package dev.atrium.rest.page;

import org.jspecify.annotations.NullMarked;
