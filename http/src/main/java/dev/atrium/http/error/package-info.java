/** How the REST endpoints refuse: problem documents with a code, a field and what to do. */
@NullMarked
package dev.atrium.http.error;

import org.jspecify.annotations.NullMarked;
