package dev.atrium.demo.fhir.smart;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestSecurityComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UriType;

/** Says in the CapabilityStatement where to authorize, for apps of SMART 1 which look there (extension oauth-uris). */
@Interceptor
public final class OAuthUrisInterceptor {
    private static final String OAUTH_URIS = "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris";
    private static final String SERVICES = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private static final Map<String, String> ENDPOINTS = Map.of(
            "authorize", "authorization_endpoint",
            "token", "token_endpoint",
            "introspect", "introspection_endpoint",
            "revoke", "revocation_endpoint",
            "manage", "management_endpoint");

    private final SmartConfiguration configuration;

    public OAuthUrisInterceptor(SmartConfiguration configuration) {
        this.configuration = configuration;
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void addTo(IBaseConformance statement) {
        JsonNode told = told();
        var uris = new Extension(OAUTH_URIS);
        ENDPOINTS.forEach((name, field) -> {
            if (told.has(field)) {
                uris.addExtension(
                        new Extension(name, new UriType(told.path(field).asText())));
            }
        });
        CapabilityStatementRestSecurityComponent security =
                ((CapabilityStatement) statement).getRestFirstRep().getSecurity();
        security.setCors(true).addExtension(uris);
        security.addService().addCoding().setSystem(SERVICES).setCode("SMART-on-FHIR");
    }

    private JsonNode told() {
        try {
            return configuration.fetch();
        } catch (IOException e) {
            throw new InternalErrorException("The authorization server does not tell its endpoints.", e);
        }
    }
}
