/**
 * A small FHIR server that trusts the realm's tokens: HAPI's plain server, which reads and searches records in memory.
 */
@NullMarked
package dev.atrium.demo.fhir;

import org.jspecify.annotations.NullMarked;
