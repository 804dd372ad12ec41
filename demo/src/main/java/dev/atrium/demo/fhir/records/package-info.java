/** Synthetic patients and their records. */
@NullMarked
package dev.atrium.demo.fhir.records;

import org.jspecify.annotations.NullMarked;
