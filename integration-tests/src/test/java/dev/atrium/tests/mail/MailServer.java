package dev.atrium.tests.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** A mail server of a test's own on this machine, which takes mails or misbehaves as it is told. */
public final class MailServer implements AutoCloseable {
    /** What the server does with a mail. */
    public enum Mood {
        TAKES,
        /** Says that there is no such mailbox. */
        KNOWS_NOBODY,
        /** Refuses each mail for a reason of its own. */
        REFUSES,
        /** Hangs up in the middle of a mail. */
        HANGS_UP_IN_THE_MIDDLE,
        /** Takes a mail, says so, and hangs up without a farewell. */
        HANGS_UP_AFTER_TAKING,
        /** Takes a mail, but never says so. */
        TAKES_WITHOUT_A_WORD,
        /** Answers a mail with a byte now and then, and never to the end. */
        DRIPS
    }

    /** How far a mail came. */
    public enum Moment {
        CONNECTED,
        IN_THE_MIDDLE,
        /** The client has been told, or will be, that the mail was taken. */
        SAID_TAKEN
    }

    private final int port;
    private final List<ReceivedMail> mails = new CopyOnWriteArrayList<>();
    private final ExecutorService conversations = Executors.newCachedThreadPool();
    private volatile Mood mood = Mood.TAKES;
    private volatile long pauseMillis;
    private volatile Optional<String> login = Optional.empty();
    private volatile Predicate<Moment> goesOn = moment -> true;
    private ServerSocket socket;

    private MailServer(ServerSocket socket) {
        this.socket = socket;
        this.port = socket.getLocalPort();
        listen();
    }

    public static MailServer start() {
        return new MailServer(open(0));
    }

    public int port() {
        return port;
    }

    public void mood(Mood value) {
        mood = value;
    }

    /** How long the server thinks before it says that it took a mail. */
    public void thinksFor(long millis) {
        pauseMillis = millis;
    }

    /** Who is asked, at each moment of a mail, whether the conversation goes on; it waits meanwhile. */
    public void asks(Predicate<Moment> value) {
        goesOn = value;
    }

    /** From now on the server takes mails from this account only. */
    public void knows(String user, String password) {
        login = Optional.of("\0" + user + "\0" + password);
    }

    /** Nobody listens any more; the mails stay. */
    public void stop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens again, at the same port. */
    public void restart() {
        socket = open(port);
        listen();
    }

    public List<ReceivedMail> mails() {
        return List.copyOf(mails);
    }

    public List<ReceivedMail> mailsTo(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** The first mail to this address, as soon as there is one. */
    public ReceivedMail await(String address) {
        return await(mail -> mail.to().equals(address));
    }

    public ReceivedMail await(Predicate<ReceivedMail> wanted) {
        return Eventually.get(
                () -> mails.stream().filter(wanted).findFirst(), () -> "no such mail among " + subjects());
    }

    @Override
    public void close() {
        stop();
        conversations.shutdownNow();
    }

    private List<String> subjects() {
        return mails.stream().map(mail -> mail.to() + ": " + mail.subject()).toList();
    }

    private void listen() {
        ServerSocket listening = socket;
        conversations.execute(() -> {
            while (!listening.isClosed()) {
                accept(listening);
            }
        });
    }

    private void accept(ServerSocket listening) {
        try {
            Socket client = listening.accept();
            SmtpConversation.Manners manners = new SmtpConversation.Manners(mood, pauseMillis, login, goesOn);
            conversations.execute(() -> new SmtpConversation(client, manners, mails::add).hold());
        } catch (IOException closed) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private static ServerSocket open(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
