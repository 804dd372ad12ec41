package dev.atrium.tests.timing;

import java.util.Locale;

/** What may be the case with an address that a stranger types. */
enum Account {
    KNOWN,
    UNKNOWN,
    DISABLED,
    LOCKED,
    /** Somebody whom an identity provider signs in, under a user name that does not say so. */
    PROVIDED,
    /** Not alike, to see that what is measured is not noise: the hash of the password takes longer than the realm's. */
    LONGHASH;

    /** What is typed for the account with this number, as long as that of any other. */
    String typed(int number) {
        return name(number) + "@example.org";
    }

    /** The address of the account with this number. */
    String email(int number) {
        return this == PROVIDED ? name(number) + "@lakeside.example" : typed(number);
    }

    private String name(int number) {
        return String.format(Locale.ROOT, "%-8s", name().toLowerCase(Locale.ROOT))
                        .replace(' ', 'x')
                + String.format(Locale.ROOT, "%05d", number);
    }
}
