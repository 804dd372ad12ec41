package dev.atrium.tests.mail;

import dev.atrium.tests.mail.MailServer.Moment;
import dev.atrium.tests.mail.MailServer.Mood;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One client's talk with a {@link MailServer}: as much of RFC 5321 as clients use. */
final class SmtpConversation {
    private static final Duration DRIP = Duration.ofMillis(200);

    private final Socket client;
    private final Manners manners;
    private final Consumer<ReceivedMail> taken;
    private boolean signedIn;

    /** How the server behaves, and who is asked, at each moment, whether it goes on. */
    record Manners(Mood mood, long pauseMillis, Optional<String> login, Predicate<Moment> goesOn) {}

    SmtpConversation(Socket client, Manners manners, Consumer<ReceivedMail> taken) {
        this.client = client;
        this.manners = manners;
        this.taken = taken;
        signedIn = manners.login().isEmpty();
    }

    void hold() {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            boolean goesOn = manners.goesOn().test(Moment.CONNECTED);
            say("220 test ESMTP");
            while (goesOn) {
                String line = in.readLine();
                goesOn = line != null
                        && (line.startsWith("AUTH") ? signIn(line) : answer(line.toUpperCase(Locale.ROOT), in));
            }
        } catch (IOException clientGone) {
            // A client may hang up at any time; what it did not finish is not taken.
            return;
        }
    }

    private boolean answer(String line, BufferedReader in) throws IOException {
        if (line.startsWith("QUIT")) {
            say("221 bye");
            return false;
        }
        if (line.startsWith("EHLO")) {
            say("250-test\r\n" + (signedIn ? "" : "250-AUTH PLAIN\r\n") + "250 8BITMIME");
        } else if (line.startsWith("MAIL") && !signedIn) {
            say("530 5.7.0 Sign in first");
        } else if (line.startsWith("RCPT") && manners.mood() == Mood.KNOWS_NOBODY) {
            say("550 5.1.1 No such user here");
        } else if (line.startsWith("MAIL") && manners.mood() == Mood.REFUSES) {
            say("554 5.7.1 Not today");
        } else if (line.startsWith("DATA")) {
            return data(in);
        } else {
            say("250 ok");
        }
        return true;
    }

    /** RFC 4954 and 4616, with everything in one line. */
    private boolean signIn(String line) throws IOException {
        byte[] plain = Base64.getDecoder().decode(line.replace("AUTH PLAIN ", ""));
        signedIn = new String(plain, StandardCharsets.UTF_8)
                .endsWith(manners.login().orElseThrow());
        say(signedIn ? "235 2.7.0 welcome" : "535 5.7.8 who are you?");
        return true;
    }

    private boolean data(BufferedReader in) throws IOException {
        say("354 go on");
        if (!manners.goesOn().test(Moment.IN_THE_MIDDLE)) {
            return false;
        }
        if (manners.mood() == Mood.HANGS_UP_IN_THE_MIDDLE) {
            in.readLine();
            return false;
        }
        ReceivedMail mail = ReceivedMail.parse(text(in));
        if (manners.mood() == Mood.DRIPS) {
            return drip();
        }
        LockSupport.parkNanos(Duration.ofMillis(manners.pauseMillis()).toNanos());
        taken.accept(mail);
        if (manners.mood() == Mood.TAKES_WITHOUT_A_WORD) {
            return false;
        }
        say("250 2.0.0 taken");
        return manners.goesOn().test(Moment.SAID_TAKEN) && manners.mood() != Mood.HANGS_UP_AFTER_TAKING;
    }

    /** Goes on until the client hangs up. */
    private boolean drip() throws IOException {
        while (!client.isClosed()) {
            client.getOutputStream().write('2');
            LockSupport.parkNanos(DRIP.toNanos());
        }
        return false;
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return text.toString();
            }
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        throw new IOException("the client hung up in the middle of a mail");
    }

    private void say(String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
