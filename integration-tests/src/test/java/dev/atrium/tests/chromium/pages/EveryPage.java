package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.CallbackListener;
import dev.atrium.tests.chromium.Chromium;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser, and a realm with every page in it. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class EveryPage {
    Chromium chromium;
    PagesRealm realm;
    private CallbackListener app;

    @BeforeAll
    void start() throws IOException {
        chromium = Chromium.start();
        app = new CallbackListener();
        realm = new PagesRealm();
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (app != null) {
            app.close();
        }
        if (realm != null) {
            realm.close();
        }
    }

    /** Goes there, as somebody whom the browser does not know and who reads this language. */
    void open(ShownPage page, String language) {
        chromium.reads(language);
        page.openAnew(new Visit(realm, chromium, language));
    }

    /** What the script finds fault with. */
    List<?> faults(String script) {
        return (List<?>) chromium.run(script);
    }
}
