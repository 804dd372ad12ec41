/** What a request says: its body and its query, read strictly. */
@NullMarked
package dev.atrium.rest.request;

import org.jspecify.annotations.NullMarked;
