package dev.atrium.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A port that a test cannot choose, because the demo's realm, a file of {@code docker/} or an option of the server names it: one of the JVMs in which
 * the tests run has it at a time, and the others wait.
 */
public final class FixedPort implements AutoCloseable {
    private final FileChannel lock;

    private FixedPort(FileChannel lock) {
        this.lock = lock;
    }

    /** Waits until no other JVM of this machine has the port. */
    public static FixedPort of(int port) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "atrium-port-" + port + ".lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // Ends with the channel, and with the JVM at the latest.
            channel.lock();
            return new FixedPort(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
