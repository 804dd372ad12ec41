package dev.atrium.core.brand;

import java.util.Locale;
import java.util.Optional;

/** The colour of a brand, dark enough that white text on it, and text of it on white, can be read. */
public record BrandColour(String value) {
    private static final double DARKER = 0.97;

    public BrandColour {
        if (!Rgb.isHex(value) || !isReadable(Rgb.of(value))) {
            throw new IllegalArgumentException("not a colour with enough contrast to white");
        }
    }

    /** Reads a colour such as {@code #0a7d55}; one that is too light becomes as dark as it must be. */
    public static Optional<BrandColour> parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (!Rgb.isHex(written)) {
            return Optional.empty();
        }
        Rgb colour = Rgb.of(written);
        while (!isReadable(colour)) {
            colour = colour.darker(DARKER);
        }
        return Optional.of(new BrandColour(colour.hex()));
    }

    Rgb rgb() {
        return Rgb.of(value);
    }

    private static boolean isReadable(Rgb colour) {
        return colour.contrastTo(Rgb.WHITE) >= Rgb.READABLE;
    }
}
