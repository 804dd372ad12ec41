package dev.atrium.outbox.smtp;

import dev.atrium.outbox.queue.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import javax.net.SocketFactory;

/**
 * The sockets of one attempt, which its deadline closes.
 *
 * <p>Jakarta Mail's own connection cannot be closed while it waits for a server: its methods lock each other out.
 */
final class MailSockets extends SocketFactory {
    private final Deadline deadline;
    private final Predicate<InetAddress> reachable;

    MailSockets(Deadline deadline, Predicate<InetAddress> reachable) {
        this.deadline = deadline;
        this.reachable = reachable;
    }

    @Override
    public Socket createSocket() {
        return closed(new CheckedSocket(reachable));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(createSocket(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(bound(from, fromPort), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(createSocket(), new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(bound(from, fromPort), new InetSocketAddress(host, port));
    }

    /** For connections that Jakarta Mail makes without asking for a socket, before anything is said. */
    void check(InetAddress server) throws UnknownHostException {
        CheckedSocket.check(server, reachable);
    }

    private Socket bound(InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        return socket;
    }

    private static Socket connected(Socket socket, InetSocketAddress server) throws IOException {
        socket.connect(server);
        return socket;
    }

    private Socket closed(Socket socket) {
        deadline.closes(socket);
        return socket;
    }
}
