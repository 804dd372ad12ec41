package dev.atrium.tests.chromium.pages;

import dev.atrium.tests.chromium.CallbackListener;
import dev.atrium.tests.chromium.Chromium;
import dev.atrium.tests.server.AtriumServer;
import java.io.IOException;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page has, whoever comes. */
@Tag("own")
@ExtendWith(AtriumServer.class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageIT {
    /** Words and buttons that begin or end beyond the card. */
    private static final String CUT_OFF = """
            const card = document.querySelector('main').getBoundingClientRect();
            return [...document.querySelectorAll('main :is(a, button, h1, h2, input, label, legend, p, select)')]
                .filter(each => each.checkVisibility() && !each.closest('.atrium-unseen'))
                .filter(each => {
                  const place = each.getBoundingClientRect();
                  return place.left < card.left - 1 || place.right > card.right + 1;
                })
                .map(each => each.outerHTML.slice(0, 100));
            """;

    /** What a screen reader begins with: the language, the title, and the one heading that says what the page is for. */
    private static final String SAID_FIRST = """
            const headings = [...document.querySelectorAll('h1')].filter(each => each.checkVisibility() && each.innerText.trim());
            return [document.documentElement.lang, document.title.trim() !== '', headings.length];
            """;

    /** As somebody sets it who reads only large letters. */
    private static final String TWICE_AS_LARGE = "document.documentElement.style.fontSize = '200%';";

    private Chromium chromium;
    private CallbackListener app;
    private PagesRealm realm;
    private Axe axe;
    private Keyboard keyboard;

    @BeforeAll
    void start() throws IOException {
        chromium = Chromium.start();
        app = new CallbackListener();
        realm = new PagesRealm();
        axe = new Axe(chromium);
        keyboard = new Keyboard(chromium);
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

    @ParameterizedTest
    @EnumSource
    void can_be_used_by_everybody_wide_or_small_light_or_dark(ShownPage page) {
        chromium.looks(1280, "light");
        page.openAnew(new Visit(realm, chromium, "en"));
        SoftAssertions found = new SoftAssertions();
        found.assertThat(axe.violations()).as("wide and light").isEmpty();
        found.assertThat((List<?>) chromium.run(SAID_FIRST))
                .as("language, title, main headings")
                .isEqualTo(List.of("en", true, 1L));
        found.assertThat(keyboard.faults()).as("with the keyboard alone").isEmpty();

        chromium.looks(320, "dark");

        found.assertThat(axe.violations()).as("small and dark").isEmpty();
        found.assertThat(chromium.overhang())
                .as("pixels beyond a window of 320")
                .isZero();
        found.assertThat((List<?>) chromium.run(CUT_OFF)).as("cut off at 320").isEmpty();

        chromium.looks(640, "light");
        chromium.run(TWICE_AS_LARGE);

        found.assertThat(chromium.overhang())
                .as("pixels beyond a window of 640, with letters twice as large")
                .isZero();
        found.assertThat((List<?>) chromium.run(CUT_OFF))
                .as("cut off with letters twice as large")
                .isEmpty();
        found.assertAll();
    }
}
