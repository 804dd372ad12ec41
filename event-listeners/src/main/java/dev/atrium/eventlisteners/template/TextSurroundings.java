package dev.atrium.eventlisteners.template;

import java.util.List;

/** Plain text around values, in which most may stand anywhere. */
final class TextSurroundings implements Surroundings {
    private final OneTimeValues once;

    TextSurroundings(Source source, MailValues values) {
        this.once = new OneTimeValues(source, values);
    }

    @Override
    public void text(int from, int to) {
        once.text(from, to);
    }

    @Override
    public void value(int from, int to, List<String> variables) {
        once.inText(from, to, variables);
    }

    @Override
    public void choice() {
        once.choice();
    }

    @Override
    public void alternative(int offset) {
        once.alternative();
    }

    @Override
    public void chosen(int offset, boolean exhaustive) {
        once.chosen(exhaustive);
    }

    @Override
    public void end() {}
}
