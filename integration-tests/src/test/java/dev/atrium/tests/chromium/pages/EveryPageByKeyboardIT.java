package dev.atrium.tests.chromium.pages;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page has for somebody without a mouse, or without sight. */
class EveryPageByKeyboardIT extends EveryPage {
    @ParameterizedTest
    @EnumSource
    void tells_what_it_is_and_leads_the_keyboard_through_it_in_order(ShownPage page) {
        chromium.looks(1280, "light");
        open(page, "en");
        SoftAssertions found = new SoftAssertions();

        found.assertThat(faults(Names.UNTOLD)).as("faults that are only seen").isEmpty();
        found.assertThat(faults(Names.MISSING)).as("what is not told").isEmpty();
        found.assertThat(new Keyboard(chromium).faults()).as("by keyboard").isEmpty();
        found.assertAll();
    }
}
