/** Searching resources that are in memory, as FHIR R4 says. Granular scopes are checked by the same. */
@NullMarked
package dev.atrium.demo.fhir.search;

import org.jspecify.annotations.NullMarked;
