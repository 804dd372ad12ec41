package dev.atrium.tests.chromium.pages;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every page has for somebody who reads Arabic. */
class EveryPageFromRightToLeftIT extends EveryPage {
    @ParameterizedTest
    @EnumSource
    void is_laid_out_from_right_to_left(ShownPage page) {
        chromium.looks(390, "light");
        open(page, "ar");
        SoftAssertions found = new SoftAssertions();

        found.assertThat(faults(Layout.NOT_FROM_RIGHT_TO_LEFT))
                .as("at the wrong side")
                .isEmpty();
        found.assertThat(chromium.overhang()).as("pixels beyond the window").isZero();
        found.assertThat(faults(Layout.CUT_OFF)).as("cut off").isEmpty();
        found.assertThat(faults(Layout.OVERLAPS)).as("overlapping").isEmpty();
        found.assertAll();
    }
}
