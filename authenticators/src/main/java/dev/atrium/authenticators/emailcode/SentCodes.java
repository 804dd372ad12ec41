package dev.atrium.authenticators.emailcode;

import dev.atrium.core.account.UserId;
import dev.atrium.core.emailcode.CodeTry;
import dev.atrium.core.emailcode.EmailCode;
import dev.atrium.core.emailcode.SentCode;
import dev.atrium.invitations.emailcode.CodeMarks;
import dev.atrium.support.time.KeycloakClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The codes of one sign-in for one recipient. They are kept beside the sign-in and not in it: it forgets its notes when it
 * starts over, and of two requests at once it keeps the notes of one.
 */
final class SentCodes {
    /** As long as a sign-in may take, and longer: that so many were sent is not forgotten before. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String ID = "id";
    private static final String HASH = "hash";
    private static final String KEY = "key";
    private static final String SENT = "sent";
    private static final String SENDINGS = "sendings";

    private final KeycloakSession session;
    private final SingleUseObjectProvider kept;
    private final CodeHash hash;
    private final String place;
    private final Optional<SentCode> last;

    /** As they are now: what is asked of them is asked of one code, though another request has another one sent. */
    SentCodes(KeycloakSession session, AuthenticationSessionModel authSession, CodeRecipient recipient) {
        String signIn =
                AuthenticationSessionCompoundId.fromAuthSession(authSession).getEncodedId() + "." + recipient.key();
        this.session = session;
        this.kept = session.singleUseObjects();
        this.hash = new CodeHash(session, signIn);
        this.place = "atrium-email-code." + HashUtils.sha256UrlEncodedHash(signIn, StandardCharsets.UTF_8);
        this.last = Optional.ofNullable(kept.get(place)).map(SentCodes::read);
    }

    /** A code, and what is kept of it. */
    record Fresh(EmailCode code, SentCode kept) {}

    /** The code that was sent last. */
    Optional<SentCode> last() {
        return last;
    }

    /** Whether somebody can still get in with it. */
    boolean isGood(SentCode code) {
        CodeMarks marks = marks(code);
        return !code.expiredAt(now()) && !marks.isUsed() && !marks.isSpent();
    }

    boolean isUsed(SentCode code) {
        return marks(code).isUsed();
    }

    /** Whether the last code was typed wrongly as often as is allowed. */
    boolean isSpent() {
        return last.filter(code -> marks(code).isSpent()).isPresent();
    }

    /** Makes another code, which puts the last one out of use; none when another request is doing so. */
    Optional<Fresh> next() {
        int number = last.map(SentCode::sendings).orElse(0) + 1;
        if (!kept.putIfAbsent(place + ".sending." + number, KEPT.toSeconds())) {
            return Optional.empty();
        }
        EmailCode code =
                new EmailCode(SecretGenerator.getInstance().randomString(EmailCode.LENGTH, SecretGenerator.DIGITS));
        String id = KeycloakModelUtils.generateId();
        String key = hash.currentKey();
        SentCode made = new SentCode(id, hash.of(code, id, key), key, now(), number);
        kept.put(place, KEPT.toSeconds(), written(made));
        return Optional.of(new Fresh(code, made));
    }

    /** Compares, and counts that somebody did. A right code is not used up yet. */
    CodeTry attempt(EmailCode typed) {
        if (last.isEmpty() || last.get().expiredAt(now()) || isUsed(last.get())) {
            return CodeTry.EXPIRED;
        }
        CodeMarks marks = marks(last.get());
        if (!marks.takeTry()) {
            return CodeTry.SPENT;
        }
        return hash.matches(last.get(), typed) ? CodeTry.RIGHT : CodeTry.WRONG;
    }

    /** Whether the link of the mail was confirmed in this browser, and the code is still good. */
    boolean isConfirmed() {
        return last.filter(code -> marks(code).isConfirmed() && isGood(code)).isPresent();
    }

    /**
     * Whether the last code was mailed to this person, at the address that they have now. Somebody else may have the name
     * by now that was typed, or the person another address, of which the code says nothing.
     */
    boolean isMailedTo(UserModel person) {
        UserId id = new UserId(person.getId());
        return last.isPresent()
                && CodeRecipient.address(person)
                        .filter(address -> marks(last.get()).isMailed(id, address))
                        .isPresent();
    }

    /** Uses the last code up; false when it was used before. */
    boolean use() {
        return last.filter(code -> marks(code).use()).isPresent();
    }

    private CodeMarks marks(SentCode code) {
        return new CodeMarks(session, code.id());
    }

    private static Instant now() {
        return KeycloakClock.INSTANCE.instant();
    }

    private static Map<String, String> written(SentCode code) {
        return Map.of(
                ID, code.id(),
                HASH, code.hash(),
                KEY, code.key(),
                SENT, String.valueOf(code.sent().toEpochMilli()),
                SENDINGS, String.valueOf(code.sendings()));
    }

    private static SentCode read(Map<String, String> notes) {
        return new SentCode(
                noted(notes, ID),
                noted(notes, HASH),
                noted(notes, KEY),
                Instant.ofEpochMilli(Long.parseLong(noted(notes, SENT))),
                Integer.parseInt(noted(notes, SENDINGS)));
    }

    /** All are written together. */
    private static String noted(Map<String, String> notes, String name) {
        return Objects.requireNonNull(notes.get(name), name);
    }
}
