package dev.atrium.outbox.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.truststore.JSSETruststoreConfigurator;

/**
 * The way to a mail server.
 *
 * @param truststore whom to trust
 * @param reachable which addresses may be called; each connection is checked again
 */
record MailRoute(Supplier<JSSETruststoreConfigurator> truststore, Predicate<InetAddress> reachable) {
    /** Whether this name stands for an address that may not be called. */
    boolean isClosedTo(String host) {
        try {
            return !Stream.of(InetAddress.getAllByName(host)).allMatch(reachable);
        } catch (UnknownHostException nobody) {
            return false; // which the attempt finds, too
        }
    }
}
