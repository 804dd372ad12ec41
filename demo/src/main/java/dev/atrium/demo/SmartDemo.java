package dev.atrium.demo;

import dev.atrium.demo.fhir.FhirServer;
import dev.atrium.demo.fhir.records.Records;
import dev.atrium.demo.fhir.records.SyntheticRecords;
import dev.atrium.demo.site.AppSite;
import dev.atrium.demo.site.EhrSite;
import dev.atrium.demo.site.LaunchRegistration;
import dev.atrium.demo.site.Organization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** What surrounds the authorization server when SMART is at work: FHIR servers, an app, and a system that launches it. */
public record SmartDemo(FhirServer fhir, AppSite app, EhrSite ehr) implements AutoCloseable {
    private static final int BAD_REQUEST = 400;

    /** The ports of the three on this machine; the realm's file names them. */
    public record Ports(int fhir, int app, int ehr) {
        public static final Ports OF_DEMO = new Ports(8090, 8092, 8093);
    }

    /** How app and health record system are registered in the realm. */
    public record Clients(String app, String ehr, String ehrSecret) {
        public static final Clients OF_DEMO = new Clients("demo-app", "demo-ehr", "demo-ehr-secret");
    }

    /** Starts all three, for clients of this realm. */
    public static SmartDemo start(URI issuer, Ports ports, Clients clients) throws IOException {
        for (int port : List.of(ports.fhir(), ports.app(), ports.ehr())) {
            KeycloakServer.checkFree(port);
        }
        Records riverside = SyntheticRecords.riverside();
        Records lakeside = SyntheticRecords.lakeside();
        FhirServer fhir = FhirServer.start(ports.fhir(), issuer, Map.of("riverside", riverside, "lakeside", lakeside));
        List<Organization> organizations = List.of(
                new Organization("riverside", "Riverside Clinic", fhir.base("riverside"), riverside),
                new Organization("lakeside", "Lakeside Hospital", fhir.base("lakeside"), lakeside));
        URI ehrAddress = URI.create("http://localhost:" + ports.ehr());
        AppSite app = AppSite.start(ports.app(), clients.app(), ehrAddress, organizations);
        var registration = new LaunchRegistration(
                issuer, clients.ehr(), clients.ehrSecret(), clients.app(), ehrAddress.resolve("/smart-style.json"));
        return new SmartDemo(fhir, app, EhrSite.start(ports.ehr(), registration, organizations, app.address()));
    }

    /** What to do if the realm is from before the app was in it; nothing if all is well. */
    String warning(ServerSettings settings) throws IOException, InterruptedException {
        URI request = settings.baseUrl()
                .resolve("/realms/atrium/protocol/openid-connect/auth?response_type=code&client_id="
                        + Clients.OF_DEMO.app() + "&redirect_uri=" + app.address() + "/callback");
        HttpResponse<Void> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(request).build(), BodyHandlers.discarding());
        return answer.statusCode() == BAD_REQUEST
                ? "\nThe data is from an older version, and its realm does not know the app: to try it, stop the demo,\ndelete "
                        + settings.directory() + ", and start it again.\n"
                : "";
    }

    @Override
    public void close() throws IOException {
        ehr.close();
        app.close();
        fhir.close();
    }
}
