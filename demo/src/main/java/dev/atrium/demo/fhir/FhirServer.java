package dev.atrium.demo.fhir;

import dev.atrium.demo.CannotStart;
import dev.atrium.demo.fhir.records.Records;
import dev.atrium.demo.fhir.smart.OpenToBrowsers;
import dev.atrium.demo.fhir.smart.SmartConfiguration;
import dev.atrium.demo.fhir.smart.SmartConfigurationServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * FHIR servers of several organizations on one port of this machine, each with its own base URL, {@code
 * http://localhost:8090/fhir/riverside} for example. All trust the tokens of one realm, and each only those that name its own
 * base URL.
 */
public final class FhirServer implements AutoCloseable {
    private static final int THREADS = 16;

    private final Server jetty;
    private final ServerConnector connector;

    private FhirServer(int port) {
        var threads = new QueuedThreadPool(THREADS);
        threads.setDaemon(true);
        jetty = new Server(threads);
        connector = new ServerConnector(jetty);
        connector.setHost("localhost");
        connector.setPort(port);
        jetty.addConnector(connector);
    }

    /** Listens on that port, or on any that is free if it is 0, and serves these records, each under their name. */
    public static FhirServer start(int port, URI issuer, Map<String, Records> bases) throws IOException {
        var server = new FhirServer(port);
        try {
            // From here on the port is known, which is part of each base URL.
            server.connector.open();
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " is in use (" + e.getMessage()
                    + "): the FHIR server needs it. Stop what listens there and run the command again.");
        }
        server.jetty.setHandler(server.handler(issuer, bases));
        server.run();
        return server;
    }

    /** The FHIR base URL of the records of that name. */
    public URI base(String name) {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/fhir/" + name);
    }

    private ServletContextHandler handler(URI issuer, Map<String, Records> bases) {
        var context = new ServletContextHandler();
        context.addFilter(new FilterHolder((Filter) new OpenToBrowsers()), "/*", EnumSet.of(DispatcherType.REQUEST));
        bases.forEach((name, records) -> {
            URI base = base(name);
            var configuration = new SmartConfiguration(issuer, base);
            String path = base.getPath();
            context.addServlet(new ServletHolder(new BaseServlet(base, issuer, configuration, records)), path + "/*");
            context.addServlet(
                    new ServletHolder(new SmartConfigurationServlet(configuration)),
                    path + "/.well-known/smart-configuration");
        });
        return context;
    }

    /** Jetty declares any exception. */
    @SuppressWarnings("checkstyle:IllegalCatch")
    private void run() throws IOException {
        try {
            jetty.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The FHIR server cannot start", e);
        }
    }

    @Override
    @SuppressWarnings("checkstyle:IllegalCatch")
    public void close() throws IOException {
        try {
            jetty.stop();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The FHIR server cannot stop", e);
        }
    }
}
