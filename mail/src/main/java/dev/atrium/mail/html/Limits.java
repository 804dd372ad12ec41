package dev.atrium.mail.html;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** What writing one part of a mail may cost. */
public final class Limits {
    /** 64 kB, of the source and of what comes out. */
    public static final int MOST_BYTES = 64_000;

    public static final Duration LONGEST = Duration.ofMillis(100);

    /** Of reading the HTML that came out, which takes longer than writing it. */
    static final Duration LONGEST_OF_HTML = Duration.ofMillis(500);

    public static final String TOO_LONG = "the mail has more than " + MOST_BYTES + " bytes";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration longest;
    private final long start = cpuTime();
    private long bytes;

    public Limits(Duration longest) {
        this.longest = longest;
    }

    /** Called often: each time a variable is read, and each time something is written. */
    public void check() {
        if (cpuTime() - start > longest.toNanos()) {
            throw new Exceeded("the template needed more than " + longest.toMillis() + " ms");
        }
    }

    public void write(int more) {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new Exceeded(TOO_LONG);
        }
        check();
    }

    /** What this thread worked, so that a busy machine fails no mail. */
    private static long cpuTime() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** Ends the writing of a mail. */
    @SuppressWarnings("serial") // never serialized
    public static final class Exceeded extends RuntimeException {
        Exceeded(String why) {
            super(why, null, false, false);
        }
    }
}
