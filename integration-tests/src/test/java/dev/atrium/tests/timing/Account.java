package dev.atrium.tests.timing;

import java.util.Locale;

/** What may be the case with an address that a stranger types. */
enum Account {
    KNOWN,
    UNKNOWN,
    DISABLED,
    LOCKED;

    /** The address of the account with this number, as long as that of any other. */
    String email(int number) {
        return String.format(Locale.ROOT, "%-8s", name().toLowerCase(Locale.ROOT))
                        .replace(' ', 'x')
                + String.format(Locale.ROOT, "%05d@example.org", number);
    }
}
