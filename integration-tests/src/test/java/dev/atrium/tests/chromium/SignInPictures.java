package dev.atrium.tests.chromium;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Takes the pictures of README from a demo that runs: see docs/images/README.md. */
public final class SignInPictures {
    private static final int WIDTH = 480;
    private static final String PAGE = ".pf-v5-c-login__container";

    private final URI demo;
    private final Path directory;

    private SignInPictures(URI demo, Path directory) {
        this.demo = demo;
        this.directory = directory;
    }

    /** The address of the demo, and the folder for the pictures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI demo = URI.create(arguments[0]);
        if (!isDemo(demo)) {
            throw new IllegalStateException(
                    "No demo answers at " + demo + ". Start it with: mvn -Pdemo verify. Then run this again.");
        }
        new SignInPictures(demo, Path.of(arguments[1])).take();
    }

    private static boolean isDemo(URI server) throws IOException, InterruptedException {
        HttpRequest realm =
                HttpRequest.newBuilder(server.resolve("/realms/atrium")).build();
        try {
            return HttpClient.newHttpClient()
                            .send(realm, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException nobody) {
            return false;
        }
    }

    /** Nobody agrees to anything on the way, so that the demo stays as it was. */
    private void take() throws IOException {
        AtriumServer.isAt(demo);
        take(
                "sign-in-profile",
                "bob@example.org",
                "fhirUser launch/patient patient/*.rs user/*.rs",
                "#atrium-profiles");
        take("sign-in-scopes", "carol@example.org", "fhirUser launch/patient patient/Observation.rs", "#atrium-scopes");
    }

    private void take(String name, String person, String scope, String form) throws IOException {
        Map<String, String> anew = Map.of("prompt", "consent", "ui_locales", "en");
        try (Chromium chromium = Chromium.start()) {
            chromium.open(App.SMART_APP
                    .authorizationUrl("openid offline_access " + scope, anew)
                    .toString());
            chromium.type("username", person);
            chromium.type("password", Admin.PASSWORD);
            chromium.await(form);
            Path file = directory.resolve(name + ".png");
            Files.write(file, chromium.picture(PAGE, WIDTH));
            System.out.println("Took " + file);
        }
    }
}
