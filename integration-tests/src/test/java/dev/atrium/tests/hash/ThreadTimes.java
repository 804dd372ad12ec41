package dev.atrium.tests.hash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** For how long processors have worked for a Java process, as Linux counts it: in hundredths of a second. */
final class ThreadTimes {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private ThreadTimes() {}

    /** Of all its threads, those that ended included, but Java's compilers. */
    static Duration of(long process) {
        Path home = Path.of("/proc/" + process);
        try (Stream<Path> threads = Files.list(home.resolve("task"))) {
            return threads.map(ThreadTimes::compiling).reduce(time(stat(home)), Duration::minus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration compiling(Path thread) {
        String stat = stat(thread);
        return stat.contains("Compiler") ? time(stat) : Duration.ZERO;
    }

    /** The name, which stands in brackets, may contain anything. */
    private static Duration time(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        return TICK.multipliedBy(Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM)));
    }

    /** Nothing of a thread that has just ended. */
    private static String stat(Path directory) {
        try {
            return Files.readString(directory.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }
}
