package dev.atrium.outbox.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;

/**
 * A socket that calls nobody it may not.
 *
 * <p>It checks the very address that it calls, so a name that changes its address between check and use gains nothing.
 */
final class CheckedSocket extends Socket {
    private final Predicate<InetAddress> reachable;

    CheckedSocket(Predicate<InetAddress> reachable) {
        this.reachable = reachable;
    }

    @Override
    public void connect(SocketAddress server) throws IOException {
        connect(server, 0);
    }

    @Override
    public void connect(SocketAddress server, int millis) throws IOException {
        if (server instanceof InetSocketAddress named && !named.isUnresolved()) {
            check(named.getAddress(), reachable);
        }
        super.connect(server, millis);
    }

    static void check(InetAddress server, Predicate<InetAddress> reachable) throws UnknownHostException {
        if (!reachable.test(server)) {
            throw new UnknownHostException("an address that may not be called");
        }
    }
}
