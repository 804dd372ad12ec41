package dev.atrium.core.emailcode;

import java.util.Optional;
import java.util.stream.Collectors;

/** Six digits that are sent to an e-mail address: whoever types them reads its mails. */
public record EmailCode(String digits) {
    /** How many digits a code has. */
    public static final int LENGTH = 6;

    public EmailCode {
        if (!digits.matches("[0-9]{" + LENGTH + "}")) {
            throw new IllegalArgumentException("not a code of " + LENGTH + " digits");
        }
    }

    /** What somebody typed or pasted: digits of any script, with blanks and dashes between them. */
    public static Optional<EmailCode> parse(String typed) {
        String digits = typed.codePoints()
                .filter(c -> !isFiller(c))
                .mapToObj(EmailCode::digit)
                .collect(Collectors.joining());
        return digits.matches("[0-9]{" + LENGTH + "}") ? Optional.of(new EmailCode(digits)) : Optional.empty();
    }

    private static boolean isFiller(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT; // such as the marks of direction that Arabic mails have
    }

    /** Anything else makes the whole no code. */
    private static String digit(int c) {
        int value = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        return value < 0 ? "?" : String.valueOf(value);
    }

    /** A code is a secret. */
    @Override
    public String toString() {
        return "EmailCode";
    }
}
