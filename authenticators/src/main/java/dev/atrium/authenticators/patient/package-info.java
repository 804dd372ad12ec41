/** The patient stage: whose record the app is about. */
@NullMarked
package dev.atrium.authenticators.patient;

import org.jspecify.annotations.NullMarked;
