package dev.atrium.mail.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/** The elements of a mail as they were read, before anything is cut. */
final class HtmlReading implements HtmlStreamEventReceiver {
    private static final Set<String> ADDRESSES = Set.of("href", "src");

    private final HtmlStreamEventReceiver policy;
    private final HtmlWriting writing;
    private final OneTimeValues once;
    private final Set<String> cut;
    private boolean misplaced;

    HtmlReading(HtmlStreamEventReceiver policy, HtmlWriting writing, OneTimeValues once, Set<String> cut) {
        this.policy = policy;
        this.writing = writing;
        this.once = once;
        this.cut = cut;
    }

    /** Whether a one-time value is, or is part of, anything but the whole address of a link. */
    boolean misplaced() {
        return misplaced;
    }

    /** A link or a picture for which the mail has no address is left out, without a word. */
    @Override
    public void openTag(String element, List<String> attributes) {
        List<String> kept = new ArrayList<>();
        int declarations = 0;
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            String value = attributes.get(i + 1);
            misplaced |= once.isIn(name) || (once.isIn(value) && !isLink(element, name, value));
            declarations += name.equals("style") ? HtmlWriting.declarations(value) : 0;
            if (!ADDRESSES.contains(name) || !value.isBlank()) {
                kept.add(name);
                kept.add(value);
            }
        }
        if (element.equals("img") && !kept.contains("src")) {
            return;
        }
        int before = writing.declarations();
        policy.openTag(element, kept);
        if (writing.declarations() - before < declarations) {
            cut.add("Part of the style of this <" + element + "> is removed from the mail.");
        }
    }

    @Override
    public void openDocument() {
        policy.openDocument();
    }

    @Override
    public void closeTag(String element) {
        policy.closeTag(element);
    }

    @Override
    public void text(String text) {
        policy.text(text);
    }

    @Override
    public void closeDocument() {
        policy.closeDocument();
    }

    private boolean isLink(String element, String attribute, String value) {
        return element.equals("a") && attribute.equals("href") && once.isLink(value.strip());
    }
}
