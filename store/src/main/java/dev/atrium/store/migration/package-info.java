/** Whether the tables are those that this version knows. */
@NullMarked
package dev.atrium.store.migration;

import org.jspecify.annotations.NullMarked;
