package dev.atrium.outbox.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that says its first line, or nothing, and then a byte now and then, for a long time. */
final class DrippingServer implements AutoCloseable {
    private static final int LONG = 100;
    private static final int PAUSE_MILLIS = 200;

    private final ServerSocket listening;
    private final String greeting;
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private DrippingServer(String greeting) {
        try {
            listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.greeting = greeting;
        Thread drip = new Thread(this::drip);
        drip.setDaemon(true);
        drip.start();
    }

    /** Speaks up as soon as somebody connects. */
    static DrippingServer saying(String greeting) {
        return new DrippingServer(greeting);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How many have connected. */
    int calls() {
        return calls.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
    }

    private void drip() {
        try (Socket client = listening.accept()) {
            calls.incrementAndGet();
            OutputStream out = client.getOutputStream();
            out.write(greeting.getBytes(ISO_8859_1));
            for (int i = 0; i < LONG && !closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                out.write('2');
                out.flush();
            }
        } catch (IOException clientGone) {
            // That is what the test is about.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
