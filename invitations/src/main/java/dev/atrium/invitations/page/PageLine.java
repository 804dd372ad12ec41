package dev.atrium.invitations.page;

/**
 * A message on a page.
 *
 * @param first what stands for {@code {0}} in it
 * @param second what stands for {@code {1}} in it
 */
public record PageLine(String key, String first, String second) {
    static PageLine of(String key) {
        return new PageLine(key, "", "");
    }

    static PageLine of(String key, String first) {
        return new PageLine(key, first, "");
    }
}
