package dev.atrium.demo.fhir.smart;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Serves {@code .well-known/smart-configuration} under the FHIR base URL, which is all that an app knows (SMART 2.2.0, using
 * well-known).
 */
public final class SmartConfigurationServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient SmartConfiguration configuration;

    public SmartConfigurationServlet(SmartConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] document = configuration.fetch().toString().getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json");
            response.getOutputStream().write(document);
        } catch (IOException e) {
            response.setStatus(HttpServletResponse.SC_BAD_GATEWAY);
            response.setContentType("text/plain;charset=utf-8");
            response.getWriter().println("The authorization server does not tell its configuration: " + e.getMessage());
        }
    }
}
