package dev.atrium.eventlisteners.mail;

import dev.atrium.eventlisteners.outbox.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * The sockets of one attempt, which its deadline closes.
 *
 * <p>Jakarta Mail's own connection cannot be closed while it waits for a server: its methods lock each other out.
 */
final class MailSockets extends SocketFactory {
    private final Deadline deadline;

    MailSockets(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket() {
        return closed(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return closed(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return closed(new Socket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return closed(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return closed(new Socket(host, port, from, fromPort));
    }

    private Socket closed(Socket socket) {
        deadline.closes(socket);
        return socket;
    }
}
