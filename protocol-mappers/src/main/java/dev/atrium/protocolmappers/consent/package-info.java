/** What people agreed to, where Keycloak lists it. */
@NullMarked
package dev.atrium.protocolmappers.consent;

import org.jspecify.annotations.NullMarked;
