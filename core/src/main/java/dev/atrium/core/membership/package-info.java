/** Projects, and who takes part in them as which FHIR resource. */
@NullMarked
package dev.atrium.core.membership;

import org.jspecify.annotations.NullMarked;
