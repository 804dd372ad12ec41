package dev.atrium.core.brand;

import java.util.Locale;
import java.util.regex.Pattern;

/** A colour of the sRGB space, each channel from 0 to 255. */
record Rgb(int red, int green, int blue) {
    static final Rgb WHITE = new Rgb(255, 255, 255);

    /** WCAG 2.2, success criterion 1.4.3: what text and its background must have. */
    static final double READABLE = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    /** Reads {@code #0a7d55}. */
    static Rgb of(String hex) {
        int all = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(all >> 16, all >> 8 & 0xff, all & 0xff);
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** From 1 to 21 (WCAG 2.2, "contrast ratio"). */
    double contrastTo(Rgb other) {
        double one = luminance() + 0.05;
        double two = other.luminance() + 0.05;
        return Math.max(one, two) / Math.min(one, two);
    }

    /** With this share of the other colour. */
    Rgb mixedWith(Rgb other, double share) {
        return new Rgb(mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    /** All channels times this, which is below 1. */
    Rgb darker(double factor) {
        return new Rgb((int) (red * factor), (int) (green * factor), (int) (blue * factor));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** WCAG 2.2, "relative luminance". */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
