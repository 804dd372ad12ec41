package dev.atrium.mail.html;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;

/** Says what {@link HtmlPolicy} left out. */
final class CutParts implements HtmlChangeListener<Set<String>> {
    private static final int LONGEST = 40;
    private static final String PICTURE = "The src of an <img> must begin with https://.";

    @Override
    public void discardedTag(@Nullable Set<String> cut, String element) {
        tell(cut, element.equals("img") ? PICTURE : "<" + shown(element) + "> is removed from the mail.");
    }

    @Override
    public void discardedAttributes(@Nullable Set<String> cut, String element, String... attributes) {
        for (String attribute : attributes) {
            if (!attribute.equals("style")) { // HtmlReading knows more
                tell(cut, sentence(element, attribute));
            }
        }
    }

    private static String sentence(String element, String attribute) {
        return switch (element + " " + attribute) {
            case "a href" -> "The href of an <a> must be ${link}, or begin with https://, http://, mailto:, tel: or #.";
            case "img src" -> PICTURE;
            default -> "The " + shown(attribute) + " of this <" + element + "> is removed from the mail.";
        };
    }

    private static String shown(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "\u2026";
    }

    private static void tell(@Nullable Set<String> cut, String sentence) {
        if (cut != null) {
            cut.add(sentence);
        }
    }
}
