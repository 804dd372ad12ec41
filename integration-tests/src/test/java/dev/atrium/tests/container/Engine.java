package dev.atrium.tests.container;

import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.FixedPort;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Containers for the tests of a class. Where no Docker engine answers, each of those tests is skipped, and counted.
 *
 * <p>The server is at http://localhost:8080, for which the realm's files are written: that port must be free. Classes that
 * run in other JVMs wait for it.
 */
abstract class Engine implements ExecutionCondition, BeforeAllCallback, AfterAllCallback {
    static final URI BASE_URL = URI.create("http://localhost:8080");

    private static final String NONE = "No Docker engine answers: this test of the image does not run. "
            + "Start one, and have the images of docker/ at hand (.ci/images).";
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private FixedPort port;

    /** Starts the containers. */
    abstract void start();

    /** Ends what {@link #start()} started, as far as it came, and leaves nothing behind. */
    abstract void stop();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        // A class is let pass, so that the report has each of its tests.
        if (context.getTestMethod().isEmpty() || answers()) {
            return ConditionEvaluationResult.enabled("");
        }
        if (TOLD.compareAndSet(false, true)) {
            System.err.println("\n*** " + NONE + " ***\n");
        }
        return ConditionEvaluationResult.disabled(NONE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        // Not again for the classes inside.
        if (outermost(context) && answers()) {
            port = FixedPort.of(BASE_URL.getPort());
            stop();
            Image.build();
            AtriumServer.isAt(BASE_URL);
            start();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (outermost(context) && answers()) {
            stop();
            if (port != null) {
                port.close();
            }
        }
    }

    private static boolean outermost(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() == null;
    }

    private static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
