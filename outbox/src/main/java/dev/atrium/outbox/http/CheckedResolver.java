package dev.atrium.outbox.http;

import dev.atrium.core.network.ReachableAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.http.conn.DnsResolver;

/**
 * Looks a name up once, for one connection, and lets it go only to the addresses it has checked.
 *
 * <p>The connection is made to what this returns, so a name that changes its address between the check and the use
 * gains nothing. One special address among several is enough to refuse them all: no honest name has such.
 */
final class CheckedResolver implements DnsResolver {
    private final DnsResolver names;
    private final ReachableAddresses reachable;

    CheckedResolver(DnsResolver names, ReachableAddresses reachable) {
        this.names = names;
        this.reachable = reachable;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        if (addresses.length == 0 || !Stream.of(addresses).allMatch(reachable::contains)) {
            throw new ForbiddenAddress(host);
        }
        return addresses;
    }
}
