package dev.atrium.overrides.discovery;

import dev.atrium.core.discovery.UserAccessBrand;
import dev.atrium.core.membership.FhirBaseUrl;
import dev.atrium.directory.project.Projects;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.wellknown.WellKnownProvider;

/**
 * The SMART configuration of the realm (SMART App Launch 2.2.0, "Metadata").
 *
 * <p>A realm has several FHIR servers as a rule, and each serves this document below its own base URL. It fetches it with
 * {@code ?fhir=} and that URL: what differs between servers is then that one's, and a server that is none of the realm's
 * gets 404, so that nobody is sent here for data that no token of this realm is good for.
 */
final class SmartConfigurationProvider implements WellKnownProvider {
    private static final String SERVER = "fhir";

    private final KeycloakSession session;
    private final Projects projects;

    SmartConfigurationProvider(KeycloakSession session) {
        this.session = session;
        this.projects = new Projects(session);
    }

    @Override
    public Object getConfig() {
        Map<String, Object> configuration = new RealmConfiguration(session).fields();
        List<String> named = session.getContext().getUri().getQueryParameters().getOrDefault(SERVER, List.of());
        named.stream()
                .limit(1) // each costs a query, and nobody has two
                .map(this::server)
                .flatMap(server -> projects.brand(server).stream())
                .forEach(brand -> add(brand, configuration));
        return configuration;
    }

    private FhirBaseUrl server(String text) {
        return FhirBaseUrl.parse(text)
                .filter(server -> projects.at(server).findAny().isPresent())
                .orElseThrow(() -> new CorsErrorResponseException(
                        Cors.builder().allowAllOrigins(),
                        "not_found",
                        "No project of this realm has this FHIR base URL. An organization's attribute %s says which it has."
                                .formatted(Projects.FHIR_BASE_URL),
                        Response.Status.NOT_FOUND));
    }

    private static void add(UserAccessBrand brand, Map<String, Object> configuration) {
        configuration.put("user_access_brand_bundle", brand.bundle());
        brand.identifier().ifPresent(identifier -> configuration.put("user_access_brand_identifier", json(identifier)));
    }

    private static Map<String, String> json(UserAccessBrand.Identifier identifier) {
        Map<String, String> value = Map.of("value", identifier.value());
        return identifier
                .system()
                .map(system -> Map.of("system", system, "value", identifier.value()))
                .orElse(value);
    }

    @Override
    public void close() {}
}
