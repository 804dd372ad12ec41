/** What families of FHIR servers read from an access token in place of, or beside, the claims that SMART names. */
@NullMarked
package dev.atrium.core.dialect;

import org.jspecify.annotations.NullMarked;
