package dev.atrium.mail.html;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a mail that let in whoever has them. A template never sees them: it is handed a stand-in for each, made
 * anew for every mail, and they take its place only where it stands as it was and by itself.
 */
public final class OneTimeValues {
    private static final String LINK = "link";
    private static final Set<String> NAMES = Set.of(LINK, "code");
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final String BLANKS = " \t\r\n";
    private static final String MARKS = "\"'<>.,;:!?\u2026\u3001\u3002\uFF0C\uFF01\uFF1A\uFF1B\uFF1F"
            + "\u00A0\u202F\u200E\u200F\u2066\u2067\u2068\u2069";

    private final Map<String, String> values = new HashMap<>();
    private final Pattern any;
    private String link = "";

    /** Takes the one-time values out of these, and puts their stand-ins there. */
    public OneTimeValues(Map<String, String> all) {
        for (String name : NAMES) {
            String value = all.getOrDefault(name, "");
            if (!value.isEmpty()) {
                String standIn = "once" + UUID.randomUUID().toString().replace("-", "");
                values.put(standIn, value);
                all.put(name, standIn);
                link = name.equals(LINK) ? standIn : link;
            }
        }
        any = values.isEmpty() ? NOTHING : Pattern.compile(String.join("|", values.keySet()), Pattern.CASE_INSENSITIVE);
    }

    /** Whether this is the link and nothing else. */
    boolean isLink(String text) {
        return !link.isEmpty() && text.equals(link);
    }

    /** Whether there is one in it, be it in other letters. */
    public boolean isIn(String text) {
        return any.matcher(text).find();
    }

    /** Whether one stands elsewhere than by itself, where a mail program would take it for a part of an address. */
    public boolean isMisplacedIn(String text) {
        Matcher found = any.matcher(text);
        while (found.find()) {
            boolean asItWas = values.containsKey(text.substring(found.start(), found.end()));
            if (!asItWas || !isApart(text, found.start(), found.end())) {
                return true;
            }
        }
        return false;
    }

    /** The text with the values in their places. */
    public String shown(String text) {
        return any.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(), found.group())));
    }

    private static boolean isApart(String text, int from, int to) {
        int before = from - 1;
        while (before >= 0 && isMark(text.charAt(before))) {
            before--;
        }
        int after = to;
        while (after < text.length() && isMark(text.charAt(after))) {
            after++;
        }
        return isBlank(text, before) && isBlank(text, after) && !isInBrackets(text, from);
    }

    /** An address in angle brackets may be broken into lines (RFC 3986, appendix C). */
    private static boolean isInBrackets(String text, int at) {
        int bracket = text.lastIndexOf('<', at);
        return bracket >= 0
                && bracket + 1 < at
                && Character.isLetter(text.charAt(bracket + 1))
                && text.lastIndexOf('>', at) < bracket;
    }

    private static boolean isBlank(String text, int at) {
        return at < 0 || at >= text.length() || BLANKS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> MARKS.indexOf(c) >= 0;
        };
    }
}
