package dev.atrium.tests.hash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** For how long processors have worked for the threads of a Java process, as Linux counts it: in hundredths of a second. */
final class ThreadTimes {
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private ThreadTimes() {}

    /** Of all threads but those of Java's compilers. */
    static Duration of(long process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            return threads.map(ThreadTimes::time).reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the thread stands in brackets, and may contain anything. */
    private static Duration time(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            List<String> fields = List.of(stat.substring(end + 2).split(" "));
            return stat.substring(stat.indexOf('('), end).contains("Compiler")
                    ? Duration.ZERO
                    : TICK.multipliedBy(Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM)));
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }
}
