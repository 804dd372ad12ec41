package dev.atrium.eventlisteners.template;

import dev.atrium.eventlisteners.template.HtmlPlace.Mode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * HTML around values: a value may stand where escaping holds it, that is in text and in the quotes of an attribute.
 *
 * <p>Alternatives must leave the same elements open, so that what is checked is what is sent, whichever is taken.
 */
final class HtmlSurroundings implements Surroundings {
    private record Choice(HtmlPlace before, List<HtmlPlace> ends) {}

    private final Source source;
    private final HtmlTags tags = new HtmlTags();
    private final MailValues values;
    private final Deque<Choice> choices = new ArrayDeque<>();
    private final OneTimeValues once;
    private HtmlPlace place = HtmlPlace.START;

    HtmlSurroundings(Source source, MailValues values) {
        this.source = source;
        this.values = values;
        this.once = new OneTimeValues(source, values);
    }

    @Override
    public void text(int from, int to) {
        once.text(from, to);
        for (int at = from; at < to; at++) {
            place = tags.after(place, source.at(at), at);
        }
    }

    @Override
    public void value(int from, int to, List<String> variables) {
        worksOnce(from, to, variables);
        switch (place.mode()) {
            case TEXT -> {}
            case COMMENT -> inside(from, "-!>".indexOf(source.at(to)) < 0);
            case RAW -> {
                inside(from, true);
                inStyle(from, variables, place.tag());
            }
            case DOUBLE_QUOTES, SINGLE_QUOTES -> inAttribute(from, variables);
            default -> misplaced(from);
        }
    }

    @Override
    public void choice() {
        choices.push(new Choice(place, new ArrayList<>()));
        once.choice();
    }

    @Override
    public void alternative(int offset) {
        Choice choice = choices.element();
        choice.ends().add(place);
        place = choice.before();
        once.alternative();
    }

    @Override
    public void chosen(int offset, boolean exhaustive) {
        once.chosen(exhaustive);
        Choice choice = choices.pop();
        choice.ends().add(exhaustive ? place : choice.before());
        if (!choice.ends().stream().allMatch(place::equals)) {
            throw new Unfit(
                    offset,
                    "What is opened between <#if …>, <#elseif …>, <#else> and </#if> must be closed there too,"
                            + " for only one of them is sent.");
        }
    }

    @Override
    public void end() {
        if (place.mode() != Mode.TEXT) {
            throw new Unfit(source.text().length(), "The HTML ends in the middle of a tag, comment or style.");
        }
        place.open().stream()
                .filter(open -> !HtmlElements.endMayMiss(open.element()))
                .forEach(open -> source.problem(open.offset(), "This <" + open.element() + "> is never closed."));
    }

    private void worksOnce(int from, int to, List<String> variables) {
        boolean quoted = place.mode() == Mode.DOUBLE_QUOTES || place.mode() == Mode.SINGLE_QUOTES;
        if (place.mode() == Mode.TEXT) {
            once.inText(from, to, variables);
        } else if (quoted
                && place.tag().equals("a")
                && place.attribute().equals("href")
                && place.seen().isEmpty()) {
            once.asAddress(from, to, variables);
        } else {
            once.elsewhere(from, variables);
        }
    }

    /** Nothing may become the end of a comment or of a style by the value in its middle. */
    private void inside(int offset, boolean goesOn) {
        if (!place.seen().isEmpty() || !goesOn) {
            misplaced(offset);
        }
    }

    private void misplaced(int offset) {
        source.problem(offset, "A value may stand in a text, or in the quotes of an attribute: name=\"${…}\".");
    }

    private void inAttribute(int offset, List<String> variables) {
        if (place.attribute().equals("style")) {
            inStyle(offset, variables, "style");
        }
        if (!HtmlElements.isLink(place.attribute()) || !place.seen().isBlank()) {
            return;
        }
        if (!values.areAddresses(variables)) {
            source.problem(
                    offset,
                    "An address must not begin with this value; begin it with https:// or use one of "
                            + String.join(", ", values.addresses()) + ".");
        }
        place = place.inAddress();
    }

    private void inStyle(int offset, List<String> variables, String tag) {
        if (tag.equals("style") && !values.areColours(variables)) {
            source.problem(offset, "The only value that a style may have is ${colour}.");
        }
    }
}
