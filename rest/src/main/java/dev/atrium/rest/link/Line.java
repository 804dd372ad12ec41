package dev.atrium.rest.link;

/**
 * A message on a page.
 *
 * @param first what stands for {@code {0}} in it
 * @param second what stands for {@code {1}} in it
 */
public record Line(String key, String first, String second) {
    static Line of(String key) {
        return new Line(key, "", "");
    }

    static Line of(String key, String first) {
        return new Line(key, first, "");
    }
}
