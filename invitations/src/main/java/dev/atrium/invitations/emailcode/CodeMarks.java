package dev.atrium.invitations.emailcode;

import dev.atrium.core.account.EmailAddress;
import dev.atrium.core.account.UserId;
import dev.atrium.core.emailcode.SentCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * What became of one code. Each mark is made once, whichever node is asked and however many ask at the same time, so a
 * code signs in once, and no more is tried than is allowed.
 */
public final class CodeMarks {
    private static final String PREFIX = "atrium-email-code.";

    /** Kept longer than the code is good for, for clocks differ. */
    private static final long KEPT =
            SentCode.LIFETIME.plus(Duration.ofMinutes(5)).toSeconds();

    private final SingleUseObjectProvider marks;
    private final String code;

    /** Of the code with this id. */
    public CodeMarks(KeycloakSession session, String id) {
        this(session.singleUseObjects(), id);
    }

    CodeMarks(SingleUseObjectProvider marks, String id) {
        this.marks = marks;
        this.code = PREFIX + id;
    }

    /**
     * Notes, before the mail can be read, that it goes to this person at this address. Of a code without such a mark nobody
     * had a mail, so whoever types it has guessed.
     */
    public void mail(UserId person, EmailAddress address) {
        marks.putIfAbsent(mailed(person, address), KEPT);
    }

    /** Whether it speaks for this person, and for this address. */
    public boolean isMailed(UserId person, EmailAddress address) {
        return marks.contains(mailed(person, address));
    }

    /** Takes one of the tries, if there is one left. */
    public boolean takeTry() {
        for (int number = 1; number <= SentCode.TRIES; number++) {
            if (marks.putIfAbsent(tried(number), KEPT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is no try left. */
    public boolean isSpent() {
        return marks.contains(tried(SentCode.TRIES));
    }

    /** Uses the code up; false when somebody else was faster. */
    public boolean use() {
        return marks.putIfAbsent(used(), KEPT);
    }

    public boolean isUsed() {
        return marks.contains(used());
    }

    /** Notes that the link of the mail was confirmed in the browser that asked for the code. */
    public void confirm() {
        marks.putIfAbsent(confirmed(), KEPT);
    }

    public boolean isConfirmed() {
        return marks.contains(confirmed());
    }

    private String mailed(UserId person, EmailAddress address) {
        String recipient = code + "\n" + person.value() + "\n" + address.mailbox();
        return code + ".mailed." + HashUtils.sha256UrlEncodedHash(recipient, StandardCharsets.UTF_8);
    }

    private String tried(int number) {
        return code + ".try." + number;
    }

    private String used() {
        return code + ".used";
    }

    private String confirmed() {
        return code + ".confirmed";
    }
}
