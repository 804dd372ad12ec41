package dev.atrium.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What can be read in whatever colour a project has. */
class PageColoursTest {
    private static final Rgb LIGHT_QUIET = Rgb.of("#53605e");
    private static final Rgb DARK_QUIET = Rgb.of("#b9c4c2");
    private static final Rgb LIGHT_TITLE = Rgb.of("#12302d");
    private static final Rgb DARK_TITLE = Rgb.of("#e3eeec");

    @Property
    void links_can_be_read_on_the_card(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        PageColours colours = of(colour);

        assertReadable(colours.light().accent(), Rgb.WHITE);
        assertReadable(colours.light().accentHover(), Rgb.WHITE);
        assertReadable(colours.dark().accent(), PageColours.DARK_CARD);
        assertReadable(colours.dark().accentHover(), PageColours.DARK_CARD);
    }

    @Property
    void white_words_can_be_read_on_buttons(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        PageColours colours = of(colour);

        assertReadable(colours.light().button(), Rgb.WHITE);
        assertReadable(colours.light().buttonHover(), Rgb.WHITE);
        assertReadable(colours.dark().button(), Rgb.WHITE);
        assertReadable(colours.dark().buttonHover(), Rgb.WHITE);
    }

    @Property
    void small_words_can_be_read_on_a_chosen_row(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        assertReadable(of(colour).light().chosen(), LIGHT_QUIET);
        assertReadable(of(colour).dark().chosen(), DARK_QUIET);
    }

    @Property
    void the_name_can_be_read_above_the_card(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        assertReadable(of(colour).light().page(), LIGHT_TITLE);
        assertReadable(of(colour).dark().page(), DARK_TITLE);
    }

    @Property
    void a_button_is_seen_on_a_dark_card(@ForAll @IntRange(max = 0xFFFFFF) int colour) {
        assertThat(Rgb.of(of(colour).dark().button()).contrastTo(PageColours.DARK_CARD))
                .isGreaterThan(2);
    }

    private static PageColours of(int colour) {
        return PageColours.of(BrandColour.parse(String.format("#%06x", colour)).orElseThrow());
    }

    private static void assertReadable(String one, Rgb other) {
        assertThat(Rgb.of(one).contrastTo(other)).as("contrast of %s", one).isGreaterThanOrEqualTo(Rgb.READABLE);
    }
}
