/** What is asked of a FHIR server, and what it may answer. */
@NullMarked
package dev.atrium.core.fhir;

import org.jspecify.annotations.NullMarked;
