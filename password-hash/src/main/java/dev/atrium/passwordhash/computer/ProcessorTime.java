package dev.atrium.passwordhash.computer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The time for which the processor worked for this thread: other work on the machine makes it hardly longer. */
public final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean KNOWN = THREADS.isCurrentThreadCpuTimeSupported();

    private ProcessorTime() {}

    /** In nanoseconds from some point on; where the system does not know it, the time that passed. */
    public static long now() {
        return KNOWN ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
