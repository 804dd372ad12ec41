package dev.atrium.invitations.link;

import java.util.Arrays;
import java.util.Optional;

/** What a link in a mail is for; it does nothing else. */
public enum LinkPurpose {
    /** Somebody who has no way to sign in yet gets one; the subject is a user. */
    SET_CREDENTIAL("atrium-link+set-credential"),
    /** An invitation is accepted; the subject is an invitation. */
    INVITATION("atrium-link+invitation"),
    /** A sign-in goes on without the code being typed; the subject is the code and the sign-in. */
    EMAIL_CODE("atrium-link+email-code");

    private final String type;

    LinkPurpose(String type) {
        this.type = type;
    }

    static Optional<LinkPurpose> ofType(String type) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.type.equals(type))
                .findFirst();
    }

    /** The type of its tokens. */
    String type() {
        return type;
    }
}
