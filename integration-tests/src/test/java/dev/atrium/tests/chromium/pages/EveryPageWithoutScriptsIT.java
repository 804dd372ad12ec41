package dev.atrium.tests.chromium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page has for somebody whose browser runs no scripts: the way to each goes through those before it. */
class EveryPageWithoutScriptsIT extends EveryPage {
    /** Controls that do nothing, beside which nothing says what they need. */
    private static final String DEAD = """
            const seen = each => each.checkVisibility();
            const told = [...document.querySelectorAll('noscript')].some(each => seen(each) && each.closest('main') && each.innerText.includes('JavaScript'));
            return [...document.querySelectorAll('button, a[href], select, input[type=button]')]
                .filter(seen)
                .filter(each => each.matches('select[onchange], a[href^="javascript:"]')
                    || (each.matches('button, input[type=button]') && (each.type !== 'submit' || !each.form?.getAttribute('action')) && !told))
                .map(each => each.outerHTML.slice(0, 150));
            """;

    @AfterEach
    void with_scripts_again() {
        chromium.runsScripts(true);
    }

    @ParameterizedTest
    @EnumSource
    void is_reached_and_can_be_completed(ShownPage page) {
        chromium.looks(1280, "light");
        chromium.runsScripts(false);
        open(page, "en");

        assertThat(faults(DEAD)).isEmpty();
        assertThat(
                        (Boolean)
                                chromium.run(
                                        "return [...document.querySelectorAll('.atrium-links a[lang=de]')].some(each => each.checkVisibility())"))
                .as("another language can be chosen")
                .isTrue();
    }
}
