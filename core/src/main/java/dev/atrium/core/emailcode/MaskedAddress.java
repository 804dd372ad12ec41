package dev.atrium.core.emailcode;

import dev.atrium.core.account.EmailAddress;

/** An address of which its owner recognises the most, and somebody else learns the least: {@code a…@example.org}. */
public record MaskedAddress(EmailAddress address) {
    public String text() {
        String value = address.value();
        return value.substring(0, value.offsetByCodePoints(0, 1)) + "…@" + address.domain();
    }
}
