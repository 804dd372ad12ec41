package dev.atrium.support.config;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells the administrator of a setting that cannot be read: each once on a node, however many people meet it. */
public final class Misconfiguration {
    private static final Logger LOG = Logger.getLogger(Misconfiguration.class);
    private static final int MOST_REMEMBERED = 1000;
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private Misconfiguration() {}

    /** Whoever writes settings writes no more than this into the server's memory. */
    public static void tell(String problem) {
        if (TOLD.size() >= MOST_REMEMBERED) {
            TOLD.clear();
        }
        if (TOLD.add(problem)) {
            LOG.warn(problem);
        }
    }
}
