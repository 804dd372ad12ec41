package dev.atrium.outbox.smtp;

import dev.atrium.outbox.queue.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Encrypts connections that Jakarta Mail has made; the deadline closes what lies below, which nothing keeps waiting. */
final class MailTlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory tls;
    private final MailSockets sockets;
    private final Deadline deadline;

    MailTlsSockets(SSLSocketFactory tls, MailSockets sockets, Deadline deadline) {
        this.tls = tls;
        this.sockets = sockets;
        this.deadline = deadline;
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        deadline.closes(connected);
        sockets.check(connected.getInetAddress());
        return tls.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(sockets.createSocket(host, port), host, port, true);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(sockets.createSocket(host, port, from, fromPort), host, port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(sockets.createSocket(host, port), host.getHostName(), port, true);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(sockets.createSocket(host, port, from, fromPort), host.getHostName(), port, true);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
