package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.CallbackListener;
import dev.atrium.tests.chromium.Chromium;
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

/** Takes the pictures of README and of docs/pages.md at a demo that runs: see docs/images/README.md. */
public final class PagePictures {
    private static final int WIDTH = 480;
    private static final String PAGE = ".pf-v5-c-login__container";

    /** What README shows. */
    private static final Map<ShownPage, String> OF_README =
            Map.of(ShownPage.PROFILE, "sign-in-profile.png", ShownPage.SCOPES, "sign-in-scopes.png");

    private final Path directory;

    private PagePictures(Path directory) {
        this.directory = directory;
    }

    /** The address of the demo, and the folder for the pictures. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        URI demo = URI.create(arguments[0]);
        if (!isDemo(demo)) {
            throw new IllegalStateException(
                    "No demo answers at " + demo + ". Start it with: mvn -Pdemo verify. Then run this again.");
        }
        AtriumServer.isAt(demo);
        new PagePictures(Path.of(arguments[1])).take();
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

    /** In a copy of the demo's realm, which is gone afterwards: the demo stays as it was. */
    private void take() throws IOException {
        Files.createDirectories(directory.resolve("pages"));
        CallbackListener app = new CallbackListener();
        try (Chromium chromium = Chromium.start();
                PagesRealm realm = new PagesRealm()) {
            Visit visit = new Visit(realm, chromium, "en");
            for (ShownPage page : ShownPage.values()) {
                chromium.looks(WIDTH, "light");
                page.openAnew(visit);
                take(page, chromium);
            }
        } finally {
            app.close();
        }
    }

    private void take(ShownPage page, Chromium chromium) throws IOException {
        byte[] picture = SmallPng.of(chromium.picture(PAGE, WIDTH));
        Path file = directory.resolve("pages").resolve(page.picture());
        Files.write(file, picture);
        if (OF_README.containsKey(page)) {
            Files.write(directory.resolve(OF_README.get(page)), picture);
        }
        System.out.println("Took " + file + " (" + picture.length + " bytes)");
    }
}
