/** The FHIR server of a project, asked on a person's own authority. */
@NullMarked
package dev.atrium.directory.fhir;

import org.jspecify.annotations.NullMarked;
