package dev.atrium.core.broker;

/** What an identity provider says of whether an e-mail address is the person's. */
public enum EmailStatement {
    /** It is. */
    VERIFIED,
    /** Nothing. */
    SILENT,
    /** It is not, or of another address that it names, too. */
    DENIED;

    /**
     * What follows from it for a provider of an organization that has the address's domain: it is believed, and by its
     * administrator's word also where it says nothing.
     */
    public EmailTrust ofOwnDomain(boolean trustEmail) {
        return switch (this) {
            case VERIFIED -> EmailTrust.VOUCHED;
            case SILENT -> trustEmail ? EmailTrust.VOUCHED : EmailTrust.REFUSED;
            case DENIED -> EmailTrust.REFUSED;
        };
    }

    /**
     * What follows from it for a provider of no organization: nothing but its own word, and that only if its
     * administrator trusts it.
     */
    public EmailTrust ofFreeDomain(boolean trustEmail) {
        return switch (this) {
            case VERIFIED -> trustEmail ? EmailTrust.VOUCHED : EmailTrust.CLAIMED;
            case SILENT -> EmailTrust.CLAIMED;
            case DENIED -> EmailTrust.REFUSED;
        };
    }
}
