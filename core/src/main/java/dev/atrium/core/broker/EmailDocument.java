package dev.atrium.core.broker;

import dev.atrium.core.account.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One document of an identity provider, an ID token say, as far as it speaks of an e-mail address. What it says of being
 * verified is said of its own address.
 *
 * @param email its address, if it names one
 * @param verified its {@code email_verified}, if it has one
 */
public record EmailDocument(Optional<String> email, Optional<Boolean> verified) {
    /** By the claims as they stand: providers write {@code email_verified} as a truth value or as a word. */
    public static EmailDocument of(@Nullable String email, @Nullable String verified) {
        return new EmailDocument(
                Optional.ofNullable(email).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(verified).map("true"::equalsIgnoreCase));
    }

    /** What all documents together say of an address; a denial counts wherever it stands. */
    public static EmailStatement about(EmailAddress address, List<EmailDocument> documents) {
        if (documents.stream().anyMatch(document -> document.denies(address))) {
            return EmailStatement.DENIED;
        }
        return documents.stream().anyMatch(document -> document.verifies(address))
                ? EmailStatement.VERIFIED
                : EmailStatement.SILENT;
    }

    private boolean denies(EmailAddress address) {
        return verified.filter(flag -> !flag).isPresent()
                || email.filter(text -> !names(text, address)).isPresent();
    }

    private boolean verifies(EmailAddress address) {
        return verified.orElse(false)
                && email.filter(text -> names(text, address)).isPresent();
    }

    private static boolean names(String text, EmailAddress address) {
        return EmailAddress.parse(text).filter(address::isSameAs).isPresent();
    }
}
