/** The admin REST of own mail templates, and of how projects send their mails. */
@NullMarked
package dev.atrium.rest.template;

import org.jspecify.annotations.NullMarked;
