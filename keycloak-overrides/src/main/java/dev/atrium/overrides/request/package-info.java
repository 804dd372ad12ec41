/** What is asked of authorization requests for FHIR data, and of the apps that send them. */
@NullMarked
package dev.atrium.overrides.request;

import org.jspecify.annotations.NullMarked;
