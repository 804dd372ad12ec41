package dev.atrium.core.mail;

import java.time.ZoneId;
import java.util.Optional;

/** Reads time zones by their names in the IANA database, such as {@code Europe/Berlin}, as {@code zoneinfo} has them (OpenID Connect Core 1.0, section 5.1). */
public final class TimeZoneName {
    /** Attribute of an organization, and of a realm: the time zone of mails to people who have none of their own. */
    public static final String ATTRIBUTE = "atrium.mail.time-zone";

    /** Empty for a name that Java does not know, and for offsets and abbreviations: most places have two in a year. */
    public static Optional<ZoneId> parse(String text) {
        return Optional.of(text.strip())
                .filter(name -> name.contains("/"))
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .map(ZoneId::of);
    }

    private TimeZoneName() {}
}
