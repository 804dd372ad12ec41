/**
 * SMART on FHIR scopes: reading, printing, covering, narrowing.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2.0,
 *     Scopes and Launch Context</a>
 */
@NullMarked
package dev.atrium.core.scope;

import org.jspecify.annotations.NullMarked;
