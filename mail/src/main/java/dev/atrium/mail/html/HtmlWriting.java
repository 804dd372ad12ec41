package dev.atrium.mail.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/** The elements of a mail as they are sent: what is left of them, with the one-time values in their places. */
final class HtmlWriting implements HtmlStreamEventReceiver {
    private final HtmlStreamEventReceiver page;
    private final OneTimeValues once;
    private final Limits limits;
    /** The words as they are read, with a line break where an element keeps them from those before. */
    private final StringBuilder words = new StringBuilder();
    /** What was read since the last tag. */
    private final StringBuilder text = new StringBuilder();
    /** Whether each of the links around leads elsewhere. */
    private final Deque<Boolean> links = new ArrayDeque<>();

    private int declarations;
    private boolean misplaced;

    HtmlWriting(HtmlStreamEventReceiver page, OneTimeValues once, Limits limits) {
        this.page = page;
        this.once = once;
        this.limits = limits;
    }

    /** How many declarations a style has, or how many there were in all. */
    static int declarations(String style) {
        return (int)
                Arrays.stream(style.split(";")).filter(part -> !part.isBlank()).count();
    }

    int declarations() {
        return declarations;
    }

    /** Whether a one-time value stands where it could be taken for a part of an address, or names another one. */
    boolean misplaced() {
        return misplaced || once.isMisplacedIn(words.toString());
    }

    @Override
    public void openDocument() {
        page.openDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        tag(element);
        List<String> shown = new ArrayList<>(attributes);
        boolean elsewhere = element.equals("a");
        for (int i = 0; i < attributes.size(); i += 2) {
            String value = attributes.get(i + 1);
            if (attributes.get(i).equals("style")) {
                declarations += declarations(value);
            } else if (element.equals("a") && attributes.get(i).equals("href") && once.isLink(value)) {
                shown.set(i + 1, once.shown(value));
                elsewhere = false;
            }
        }
        if (element.equals("a")) {
            links.push(elsewhere);
        }
        page.openTag(element, shown);
    }

    @Override
    public void closeTag(String element) {
        tag(element);
        if (element.equals("a")) {
            links.poll();
        }
        page.closeTag(element);
    }

    @Override
    public void text(String more) {
        limits.check();
        text.append(more);
    }

    @Override
    public void closeDocument() {
        flush();
        page.closeDocument();
    }

    private void tag(String element) {
        limits.check();
        flush();
        if (!HtmlPolicy.WITHIN_WORDS.contains(element)) {
            words.append('\n');
        }
    }

    private void flush() {
        String all = text.toString();
        text.setLength(0);
        misplaced |= once.isIn(all) && links.contains(true);
        words.append(all);
        if (!all.isEmpty()) {
            page.text(once.shown(all));
        }
    }
}
