package dev.atrium.core.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The domain of an e-mail address as rules compare it: in lower case, without a dot at the end, and what is beyond ASCII
 * in A-labels (RFC 5890, section 2.3.2.1).
 */
public final class DomainName {
    /** RFC 1035, section 2.3.4. */
    private static final int LONGEST = 253;

    /** Parts between dots; what is in them beyond that, underscores say, is for others to judge. */
    private static final Pattern NAME = Pattern.compile("[^.,;@\\s\\p{Cntrl}]+(?:\\.[^.,;@\\s\\p{Cntrl}]+)*");

    /** Letters of which two versions of IDNA make different domains (UTS #46, section 7). */
    private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private DomainName() {}

    /** Nothing for what is no domain. */
    public static Optional<String> parse(String text) {
        if (DEVIATION.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            return Optional.of(name)
                    .filter(domain -> domain.length() <= LONGEST)
                    .filter(domain -> NAME.matcher(domain).matches());
        } catch (IllegalArgumentException noDomainName) {
            return Optional.empty();
        }
    }

    /** The same domain as people write it, if that differs. */
    public static Optional<String> unicode(String domain) {
        return Optional.of(IDN.toUnicode(domain)).filter(text -> !text.equals(domain));
    }
}
