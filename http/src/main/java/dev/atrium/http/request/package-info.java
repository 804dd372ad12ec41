/** Reading JSON bodies and query parameters, strictly. */
@NullMarked
package dev.atrium.http.request;

import org.jspecify.annotations.NullMarked;
