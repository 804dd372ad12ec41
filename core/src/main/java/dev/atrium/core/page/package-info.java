/** What the pages of a sign-in say of the project that they belong to. */
@NullMarked
package dev.atrium.core.page;

import org.jspecify.annotations.NullMarked;
