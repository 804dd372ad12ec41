package dev.atrium.tests.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Kcadm;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/invitations.md, one after the other as they stand there. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class InvitationCommandsIT {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern ID = Pattern.compile("id '([0-9a-f-]{36})'");

    private final Inviting realm = new Inviting();

    @AfterEach
    void gone() {
        realm.close();
    }

    @Test
    void each_does_what_the_page_says(@TempDir Path directory) throws IOException {
        Kcadm kcadm = Kcadm.signedIn(directory);
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(6);
        String id = "";
        for (String command : commands) {
            String output = kcadm.run(words(command.replace("$ID", id)));
            Matcher created = ID.matcher(output);
            id = id.isEmpty() && created.find() ? created.group(1) : id;
        }
        assertThat(realm.admin().get("atrium/invitations/" + id).status()).isEqualTo(404);
        assertThat(realm.mail("carla@example.org").text()).contains("We start on Monday at 8.");
        realm.mails.await(mail -> mail.text().contains("Still interested?"));
    }

    private static List<String> commands() throws IOException {
        Path page = Checkout.file("docs/invitations.md");
        return Files.readString(page)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("kcadm.sh "))
                .toList();
    }

    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command.substring("kcadm.sh ".length()));
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        words.set(words.indexOf("-r") + 1, realm.realm.name());
        return words.toArray(String[]::new);
    }
}
