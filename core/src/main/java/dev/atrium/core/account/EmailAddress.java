package dev.atrium.core.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as far as signing in needs it: something, an at sign and a domain.
 *
 * @param value as it was typed, without blanks around it
 */
public record EmailAddress(String value) {
    /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
    private static final int LONGEST = 254;

    private static final int ASCII = 0x7F;

    /** Parts between dots; what is in them beyond that, underscores say, is for others to judge. */
    private static final Pattern DOMAIN_NAME = Pattern.compile("[^.,;]+(?:\\.[^.,;]+)*");

    public EmailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static Optional<EmailAddress> parse(String typed) {
        String text = typed.strip();
        return isAddress(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** What follows the last at sign, as domains are compared; as it was typed, but in lower case, if it is no domain. */
    public String domain() {
        return DomainName.parse(typedDomain()).orElseGet(() -> typedDomain().toLowerCase(Locale.ROOT));
    }

    /** Whether both name one mailbox, as Keycloak sees it: capital letters make no difference. */
    public boolean isSameAs(EmailAddress other) {
        return mailbox().equals(other.mailbox());
    }

    /** The same text for all addresses that name this mailbox, and for no other. */
    public String mailbox() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** Whether the domain could be one: an address that came from elsewhere need not be such that mail arrives. */
    public boolean hasDomainName() {
        return DOMAIN_NAME.matcher(typedDomain()).matches();
    }

    private String typedDomain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return at > 0
                && at < text.length() - 1
                && text.length() <= LONGEST
                && text.chars()
                        .noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c) || isDisguised(c));
    }

    /** Letters beyond ASCII that become one of ASCII in lower case, as the sign for kelvin does: the address would be another's. */
    private static boolean isDisguised(int character) {
        return character > ASCII && Character.toLowerCase(character) <= ASCII;
    }
}
