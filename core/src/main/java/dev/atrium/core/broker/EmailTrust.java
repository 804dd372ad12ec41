package dev.atrium.core.broker;

/** What the e-mail address that an identity provider brings is worth. */
public enum EmailTrust {
    /** The provider may vouch for it: it is the person's. */
    VOUCHED,
    /** It may be the person's; nobody has verified it. */
    CLAIMED,
    /** Whoever comes with it is not let in. */
    REFUSED
}
