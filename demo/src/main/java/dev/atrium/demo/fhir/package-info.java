/**
 * A small FHIR server that trusts the realm's tokens, with synthetic patients: HAPI's plain server, and beside it what a FHIR
 * server has to do for SMART, each in a class that can be copied.
 */
@NullMarked
package dev.atrium.demo.fhir;

import org.jspecify.annotations.NullMarked;
