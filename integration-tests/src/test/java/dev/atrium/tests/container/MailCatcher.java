package dev.atrium.tests.container;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.Answer;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;

/** The mail catcher of compose.yaml, by what its web page reads. */
record MailCatcher(URI address) {

    /** The subjects of the mails somebody got, oldest first. */
    List<String> subjects(String recipient) {
        // It hangs up on who offers HTTP/2.
        HttpRequest all = HttpRequest.newBuilder(address.resolve("/email"))
                .version(Version.HTTP_1_1)
                .build();
        return StreamSupport.stream(Admin.parse(Answer.send(all).body()).spliterator(), false)
                .filter(mail -> mail.path("to").path(0).path("address").asText().equals(recipient))
                .map(mail -> mail.path("subject").asText())
                .toList();
    }
}
