package dev.atrium.tests.mail;

import dev.atrium.tests.mail.MailServer.Mood;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One client's talk with a {@link MailServer}: as much of RFC 5321 as clients use. */
final class SmtpConversation {
    private final Socket client;
    private final Mood mood;
    private final long pauseMillis;
    private final Consumer<ReceivedMail> taken;

    SmtpConversation(Socket client, Mood mood, long pauseMillis, Consumer<ReceivedMail> taken) {
        this.client = client;
        this.mood = mood;
        this.pauseMillis = pauseMillis;
        this.taken = taken;
    }

    void hold() {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say("220 test ESMTP");
            boolean goesOn = true;
            while (goesOn) {
                String line = in.readLine();
                goesOn = line != null && answer(line.toUpperCase(Locale.ROOT), in);
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
            say("250-test\r\n250 8BITMIME");
        } else if (line.startsWith("RCPT") && mood == Mood.KNOWS_NOBODY) {
            say("550 5.1.1 No such user here");
        } else if (line.startsWith("MAIL") && mood == Mood.REFUSES) {
            say("554 5.7.1 Not today");
        } else if (line.startsWith("DATA")) {
            return data(in);
        } else {
            say("250 ok");
        }
        return true;
    }

    private boolean data(BufferedReader in) throws IOException {
        say("354 go on");
        if (mood == Mood.HANGS_UP_IN_THE_MIDDLE) {
            in.readLine();
            return false;
        }
        ReceivedMail mail = ReceivedMail.parse(text(in));
        LockSupport.parkNanos(Duration.ofMillis(pauseMillis).toNanos());
        taken.accept(mail);
        if (mood == Mood.TAKES_WITHOUT_A_WORD) {
            return false;
        }
        say("250 2.0.0 taken");
        return mood != Mood.HANGS_UP_AFTER_TAKING;
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
