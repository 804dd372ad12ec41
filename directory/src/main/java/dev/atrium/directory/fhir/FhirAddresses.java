package dev.atrium.directory.fhir;

import dev.atrium.core.network.ReachableAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/**
 * Where a FHIR server may be: at public addresses and, as most are, inside the network of the hospital. Never at those
 * where clouds hand out credentials, nor at others that IANA lists as special.
 */
final class FhirAddresses {
    private static final ReachableAddresses ALLOWED =
            ReachableAddresses.beside("10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,127.0.0.0/8,::1/128,fc00::/7");

    private FhirAddresses() {}

    /** A name that nobody here knows may be known to the proxy that Keycloak is told to go through. */
    static boolean allow(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(ALLOWED::contains);
        } catch (UnknownHostException unknown) {
            return true;
        }
    }
}
