package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.app.App;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.browser.Page;
import dev.atrium.tests.server.AtriumServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a link speaks the language that its address asks for. */
@ExtendWith(AtriumServer.class)
class LinkPageLanguageIT {
    @Test
    void is_shown_in_a_language_of_the_realm() {
        assertThat(page("de").html().selectFirst("html").attr("lang")).isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0D%0ASet-Cookie%3A+evil%3D1", "tlh", "", "de%22%3B"})
    void is_shown_in_the_realm_s_own_when_it_does_not_speak_what_is_asked_for(String language) {
        Page page = page(language);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html().selectFirst("html").attr("lang")).isEqualTo("en");
    }

    private static Page page(String language) {
        return new Browser().open(App.realm("/atrium/links/incomplete?kc_locale=" + language));
    }
}
