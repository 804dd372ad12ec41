/** What a FHIR server does for SMART App Launch, in classes to copy: tokens, scopes, discovery and CORS. */
@NullMarked
package dev.atrium.demo.fhir.smart;

import org.jspecify.annotations.NullMarked;
