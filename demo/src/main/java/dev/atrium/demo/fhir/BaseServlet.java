package dev.atrium.demo.fhir;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import dev.atrium.demo.fhir.records.Records;
import dev.atrium.demo.fhir.search.R4;
import dev.atrium.demo.fhir.smart.OAuthUrisInterceptor;
import dev.atrium.demo.fhir.smart.SmartConfiguration;
import dev.atrium.demo.fhir.smart.TokenInterceptor;
import dev.atrium.demo.fhir.smart.TokenVerifier;
import java.net.URI;

/** HAPI's server for one base URL, with what SMART asks of it put in as interceptors. */
final class BaseServlet extends RestfulServer {
    private static final long serialVersionUID = 1;

    BaseServlet(URI base, URI issuer, SmartConfiguration configuration, Records records) {
        super(R4.context());
        setServerName("Atrium demo");
        setServerVersion("1");
        setImplementationDescription("Synthetic patients behind Atrium's tokens");
        setDefaultResponseEncoding(EncodingEnum.JSON);
        setServerAddressStrategy(new HardcodedServerAddressStrategy(base.toString()));
        records.types().forEach(type -> registerProvider(new RecordProvider<>(type, records)));
        registerInterceptor(new TokenInterceptor(new TokenVerifier(issuer, base)));
        registerInterceptor(new SearchParametersInterceptor());
        registerInterceptor(new OAuthUrisInterceptor(configuration));
    }
}
