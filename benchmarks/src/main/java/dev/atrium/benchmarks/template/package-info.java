/** What mails in own words cost. */
@NullMarked
package dev.atrium.benchmarks.template;

import org.jspecify.annotations.NullMarked;
