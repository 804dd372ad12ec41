package dev.atrium.tests.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/** What outlives one test and is of no use after the run: it ends with this JVM, the latest first. */
public final class Scratch {
    private static final Deque<Runnable> ENDS = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ENDS.forEach(Runnable::run)));
    }

    private Scratch() {}

    /** Runs this when the JVM ends, before whatever is there by now is ended. */
    static void atEnd(Runnable end) {
        ENDS.addFirst(end);
    }

    /** A new folder, deleted with all that is in it when this JVM ends. */
    public static Path directory(String purpose) {
        try {
            Path directory = Files.createTempDirectory("atrium-" + purpose);
            atEnd(() -> delete(directory));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Not deleted: " + directory + ": " + e);
        }
    }
}
