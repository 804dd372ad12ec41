package dev.atrium.outbox.smtp;

import dev.atrium.core.outbox.DeliveryResult;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.util.MailConnectException;
import org.keycloak.email.EmailException;

/** What a mail server's answer to a mail means for the next attempt. */
final class SmtpAnswer {
    /** RFC 3463: 5.1.1 no such mailbox, 5.1.2 no such system, 5.1.3 no address, 5.1.6 moved, 5.1.10 takes no mail. */
    private static final Pattern NOBODY = Pattern.compile("\\b5\\.1\\.([1236]|10)\\b");

    static final DeliveryResult NOBODY_THERE =
            new DeliveryResult.Unreachable("The mail server does not answer at its host and port.");

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private SmtpAnswer() {}

    /**
     * Gives up only on a mailbox that does not exist: everything else a server refuses, it may be set to refuse by
     * mistake, and takes it once that is mended.
     */
    static DeliveryResult result(MessagingException answer) {
        String reason = reason(answer);
        for (Exception next = answer; next instanceof MessagingException one; next = one.getNextException()) {
            if (NOBODY.matcher(String.valueOf(one.getMessage())).find()) {
                return new DeliveryResult.Refused("The mail server does not know this mailbox: " + reason);
            }
            if (one.getNextException() instanceof SocketTimeoutException) {
                return none();
            }
        }
        return new DeliveryResult.Deferred("The mail server did not accept the message: " + reason);
    }

    /**
     * A server that nobody could sign in to. The same for a name that nobody knows, for one that stands for an address
     * that may not be called, and for a port where nobody listens: whoever may choose a project's server must not learn
     * by it which names and servers there are within.
     */
    static DeliveryResult unusable(EmailException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof MailConnectException || cause instanceof UnknownHostException) {
                return NOBODY_THERE;
            }
        }
        return new DeliveryResult.Unreachable("The mail server cannot be used: " + reason(problem));
    }

    /** Nothing that goes there is tried for a while, as with a server where nobody answers at all. */
    static DeliveryResult none() {
        return new DeliveryResult.Unreachable("The mail server did not answer in time.");
    }

    /** The innermost words, without the address, which is personal. */
    static String reason(Throwable problem) {
        Throwable cause = problem instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : problem.getCause();
        return cause == null ? words(problem) : reason(cause);
    }

    private static String words(Throwable innermost) {
        String message = innermost.getMessage();
        if (message == null) {
            return innermost.getClass().getSimpleName();
        }
        return ADDRESS.matcher(UNPRINTABLE.matcher(message).replaceAll(" "))
                .replaceAll("(address)")
                .strip();
    }
}
