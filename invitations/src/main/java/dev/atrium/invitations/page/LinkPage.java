package dev.atrium.invitations.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a link shows.
 *
 * @param words somebody's own, with line breaks; may be empty
 * @param button the button that acts, and what it sends; may be missing
 * @param way a link to where a person can go instead; may be missing
 */
public record LinkPage(
        int status,
        PageLine title,
        List<PageLine> lines,
        String words,
        @Nullable Button button,
        @Nullable Way way) {
    /** A button, named by a message. */
    public record Button(String name, PageLine label) {}

    /** A link, named by a message. */
    public record Way(URI address, String label) {}

    public LinkPage {
        lines = List.copyOf(lines);
    }

    static LinkPage of(PageLine title, PageLine... lines) {
        return new LinkPage(200, title, List.of(lines), "", null, null);
    }

    /** A page that says why there is no way on, as the answer to a link that is good for nothing (RFC 9110, 15.5.11). */
    static LinkPage problem(String key, String first) {
        return new LinkPage(
                410, PageLine.of(key + ".title", first), List.of(PageLine.of(key + ".text", first)), "", null, null);
    }

    LinkPage status(int other) {
        return new LinkPage(other, title, lines, words, button, way);
    }

    LinkPage line(PageLine more) {
        List<PageLine> all = new ArrayList<>(lines);
        all.add(more);
        return new LinkPage(status, title, all, words, button, way);
    }

    LinkPage words(String text) {
        return new LinkPage(status, title, lines, text, button, way);
    }

    LinkPage button(String name, PageLine label) {
        return new LinkPage(status, title, lines, words, new Button(name, label), way);
    }

    LinkPage way(URI address, String label) {
        return new LinkPage(status, title, lines, words, button, new Way(address, label));
    }
}
