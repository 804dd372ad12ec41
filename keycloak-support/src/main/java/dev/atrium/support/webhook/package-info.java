/** Webhooks as Standard Webhooks describes them: who gets them, and how they are signed. */
@NullMarked
package dev.atrium.support.webhook;

import org.jspecify.annotations.NullMarked;
