package dev.atrium.tests.container;

import dev.atrium.tests.admin.Admin;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;

/** The mail catcher of compose.yaml, by what its web page reads. */
record MailCatcher(URI address) {

    /** The subjects of the mails somebody got, oldest first. */
    List<String> subjects(String recipient) {
        return StreamSupport.stream(Admin.parse(mails()).spliterator(), false)
                .filter(mail -> mail.path("to").path(0).path("address").asText().equals(recipient))
                .map(mail -> mail.path("subject").asText())
                .toList();
    }

    private String mails() {
        try {
            return Jsoup.connect(address.resolve("/email").toString())
                    .ignoreContentType(true)
                    .execute()
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
