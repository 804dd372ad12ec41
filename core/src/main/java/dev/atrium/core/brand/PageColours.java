package dev.atrium.core.brand;

import java.util.function.Predicate;

/**
 * What pages make of the colour of a brand, so that all of it can be read (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
 *
 * @param light for the pages of people who have set nothing else
 * @param dark for those of people who want them dark
 */
public record PageColours(Shades light, Shades dark) {
    /** What is behind the words of a dark page, at its lightest. */
    static final Rgb DARK_CARD = Rgb.of("#26292d");

    private static final Ground LIGHT = new Ground(Rgb.WHITE, Rgb.WHITE);
    private static final Ground DARK = new Ground(DARK_CARD, Rgb.of("#0f1214"));
    private static final double STEP = 0.03;
    private static final double SEEN = 2.5;

    /**
     * Colours as CSS has them.
     *
     * @param accent of links and of what is chosen, on the card
     * @param accentHover the same, under the pointer
     * @param button behind white words
     * @param buttonHover the same, under the pointer
     * @param chosen behind a row that is chosen
     * @param page around the card
     */
    public record Shades(
            String accent, String accentHover, String button, String buttonHover, String chosen, String page) {
        private static Shades of(Rgb accent, Rgb accentHover, Rgb button, Ground ground) {
            return new Shades(
                    accent.hex(),
                    accentHover.hex(),
                    button.hex(),
                    button.darker(0.75).hex(),
                    ground.card().mixedWith(button, 0.08).hex(),
                    ground.page().mixedWith(button, 0.09).hex());
        }
    }

    /** What colours stand on: the card, and what is around it. */
    private record Ground(Rgb card, Rgb page) {}

    public static PageColours of(BrandColour brand) {
        Rgb colour = brand.rgb();
        Rgb onDark = lighter(colour, shade -> shade.contrastTo(DARK_CARD) >= Rgb.READABLE);
        Rgb button = lighter(colour, shade -> shade.contrastTo(DARK_CARD) >= SEEN);
        return new PageColours(
                Shades.of(colour, colour.darker(0.75), colour, LIGHT),
                Shades.of(onDark, onDark.mixedWith(Rgb.WHITE, 0.4), button, DARK));
    }

    private static Rgb lighter(Rgb colour, Predicate<Rgb> enough) {
        Rgb shade = colour;
        for (double share = STEP; !enough.test(shade); share += STEP) {
            shade = colour.mixedWith(Rgb.WHITE, Math.min(share, 1));
        }
        return shade;
    }
}
