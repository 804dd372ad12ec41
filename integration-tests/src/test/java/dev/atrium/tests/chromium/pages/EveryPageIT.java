package dev.atrium.tests.chromium.pages;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page has, whoever comes. */
class EveryPageIT extends EveryPage {
    private static final String TEXT_OF_200_PERCENT = "document.documentElement.style.fontSize = '200%'";

    private Axe axe;

    @BeforeAll
    void axe() {
        axe = new Axe(chromium);
    }

    @ParameterizedTest
    @EnumSource
    void can_be_used_wide_or_small_light_or_dark_and_without_a_mouse_or_sight(ShownPage page) {
        chromium.looks(1280, "light");
        open(page, "en");
        SoftAssertions found = new SoftAssertions();
        found.assertThat(axe.violations()).as("wide and light").isEmpty();
        found.assertThat(faults(Names.UNTOLD)).as("faults that are only seen").isEmpty();
        found.assertThat(faults(Names.MISSING)).as("what is not told").isEmpty();
        found.assertThat(new Keyboard(chromium).faults()).as("by keyboard").isEmpty();

        chromium.looks(640, "light");
        holdsTogether(found, "zoomed to 200 %");
        chromium.looks(320, "dark");
        found.assertThat(axe.violations()).as("small and dark").isEmpty();
        holdsTogether(found, "in a window of 320");
        chromium.looks(1280, "light");
        chromium.run(TEXT_OF_200_PERCENT);
        holdsTogether(found, "with text of 200 %");
        found.assertAll();
    }

    private void holdsTogether(SoftAssertions found, String how) {
        found.assertThat(chromium.overhang())
                .as("pixels beyond the window " + how)
                .isZero();
        found.assertThat(faults(Layout.CUT_OFF)).as("cut off " + how).isEmpty();
        found.assertThat(faults(Layout.OVERLAPS)).as("overlapping " + how).isEmpty();
    }
}
