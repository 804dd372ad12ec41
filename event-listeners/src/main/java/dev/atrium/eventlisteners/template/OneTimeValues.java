package dev.atrium.eventlisteners.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Values that let in whoever has them: they must become part of no other address, which would tell them to its server
 * when the mail is opened or somebody clicks.
 */
final class OneTimeValues {
    private static final int NONE = -1;

    /** What a mail program does not take for the middle of an address. */
    private static final String BEFORE = " \t\r\n<>\"";

    /**
     * A way through the choices of a template.
     *
     * @param apart whether nothing that is written before could begin an address
     * @param last where such a value stands as an address so far, and nothing may follow it
     */
    private record Way(boolean apart, int last) {
        Way or(Way other) {
            return new Way(apart && other.apart, Math.max(last, other.last));
        }
    }

    private record Choice(Way before, List<Way> ends) {}

    private final Source source;
    private final MailValues values;
    private final Deque<Choice> choices = new ArrayDeque<>();
    private Way way = new Way(true, NONE);

    OneTimeValues(Source source, MailValues values) {
        this.source = source;
        this.values = values;
    }

    void text(int from, int to) {
        if (from == to) {
            return;
        }
        if (way.last() != NONE && "\"'".indexOf(source.at(from)) < 0) {
            misplaced(way.last());
        }
        way = new Way(BEFORE.indexOf(source.at(to - 1)) >= 0, NONE);
    }

    /** A value in a text. */
    void inText(int from, int to, List<String> variables) {
        boolean alone = way.apart() && source.text().substring(from, to).indexOf('+') < 0;
        if (values.workOnce(variables) && !alone) {
            misplaced(from);
        }
        way = new Way(false, NONE);
    }

    /** A value where the address of a link begins. */
    void asAddress(int from, int to, List<String> variables) {
        boolean once = values.workOnce(variables);
        if (once && source.text().substring(from, to).matches(".*[+'\"].*|.*\\?\\s*url\\b.*")) {
            misplaced(from);
        }
        way = new Way(false, once ? from : NONE);
    }

    /** A value anywhere else. */
    void elsewhere(int from, List<String> variables) {
        if (values.workOnce(variables)) {
            misplaced(from);
        }
        if (way.last() != NONE) {
            misplaced(way.last());
        }
        way = new Way(false, NONE);
    }

    void choice() {
        choices.push(new Choice(way, new ArrayList<>()));
    }

    void alternative() {
        Choice choice = choices.element();
        choice.ends().add(way);
        way = choice.before();
    }

    void chosen(boolean exhaustive) {
        Choice choice = choices.pop();
        choice.ends().add(way);
        way = choice.ends().stream().reduce(exhaustive ? way : choice.before(), Way::or);
    }

    private void misplaced(int offset) {
        source.problem(
                offset,
                "Who has this value is taken for the recipient: it may stand in a text, with a blank before it, or be"
                        + " the whole address of a link, <a href=\"${link}\">; nowhere else.");
    }
}
