package dev.atrium.core.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The colour of a brand, dark enough that white text on it, and text of it on white, can be read. */
public record BrandColour(String value) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");
    /** WCAG 2.2, success criterion 1.4.3. */
    private static final double READABLE = 4.5;

    private static final double DARKER = 0.97;

    public BrandColour {
        if (!HEX.matcher(value).matches() || contrastToWhite(value) < READABLE) {
            throw new IllegalArgumentException("not a colour with enough contrast to white");
        }
    }

    /** Reads a colour such as {@code #0a7d55}; one that is too light becomes as dark as it must be. */
    public static Optional<BrandColour> parse(String text) {
        String colour = text.strip().toLowerCase(Locale.ROOT);
        if (!HEX.matcher(colour).matches()) {
            return Optional.empty();
        }
        while (contrastToWhite(colour) < READABLE) {
            colour = darker(colour);
        }
        return Optional.of(new BrandColour(colour));
    }

    private static String darker(String colour) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                (int) (channel(colour, 1) * DARKER),
                (int) (channel(colour, 3) * DARKER),
                (int) (channel(colour, 5) * DARKER));
    }

    private static double contrastToWhite(String colour) {
        double luminance = 0.2126 * linear(channel(colour, 1))
                + 0.7152 * linear(channel(colour, 3))
                + 0.0722 * linear(channel(colour, 5));
        return 1.05 / (luminance + 0.05);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int channel(String colour, int at) {
        return Integer.parseInt(colour.substring(at, at + 2), 16);
    }
}
