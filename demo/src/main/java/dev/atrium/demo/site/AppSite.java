package dev.atrium.demo.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The SMART app: a site of files only, whose pages do everything in the browser. */
public final class AppSite implements AutoCloseable {
    private final Site site;

    private AppSite(Site site) {
        this.site = site;
    }

    /**
     * Serves the app for a client of the realm.
     *
     * @param clientId a public client whose redirect URI is {@code /callback} here
     * @param ehr where people find the health record system that launches the app
     */
    public static AppSite start(int port, String clientId, URI ehr, List<Organization> organizations)
            throws IOException {
        ObjectNode settings = new ObjectMapper().createObjectNode();
        settings.put("clientId", clientId).put("ehr", ehr.toString());
        settings.set("bases", Organization.json(organizations));
        var site = new Site(port)
                .file("/", "app/index.html")
                .file("/launch", "app/index.html")
                .file("/callback", "app/index.html")
                .json("/config.json", "GET", exchange -> settings);
        for (String script : List.of("main.js", "page.js", "smart.js", "words.js")) {
            site.file("/" + script, "app/" + script);
        }
        return new AppSite(site.file("/story.js", "story.js")
                .file("/style.css", "style.css")
                .start());
    }

    public URI address() {
        return site.address();
    }

    @Override
    public void close() {
        site.close();
    }
}
