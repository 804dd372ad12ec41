package dev.atrium.core.invitation;

import dev.atrium.core.consent.ClientUuid;
import java.util.Optional;

/**
 * How an invitation reaches the person, and where it leads.
 *
 * @param words the inviter's own, plain text of up to {@value #LONGEST_WORDS} characters
 * @param language a language tag; without one the mail is in the language of the account, or of the realm
 * @param client the client the person ends up in
 */
public record InvitationLetter(Optional<String> words, Optional<String> language, Optional<ClientUuid> client) {
    public static final int LONGEST_WORDS = 2000;
    private static final int LONGEST_LANGUAGE = 35; // RFC 5646, section 4.4.1

    public InvitationLetter {
        if (words.filter(text -> text.length() > LONGEST_WORDS).isPresent()
                || language.filter(tag -> tag.length() > LONGEST_LANGUAGE).isPresent()) {
            throw new IllegalArgumentException("words or language are too long");
        }
    }
}
