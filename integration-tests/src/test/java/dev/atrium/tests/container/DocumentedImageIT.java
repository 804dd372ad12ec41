package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.app.App;
import dev.atrium.tests.app.Tokens;
import dev.atrium.tests.archive.Archive;
import dev.atrium.tests.browser.Browser;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.Checkout;
import dev.atrium.tests.server.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Dockerfile that {@code docs/container.md} shows is all that it takes to make an image of the archive. */
@Tag("container")
class DocumentedImageIT {
    private static final String NAME = "atrium-documented";

    @RegisterExtension
    static final SingleNode NODE = SingleNode.of(DocumentedImageIT::build);

    @Test
    void a_person_signs_in_with_it() {
        Tokens tokens = App.PORTAL.exchange(App.PORTAL
                .authorize(new Browser(), "openid fhirUser user/*.rs")
                .email("alice@riverside.example")
                .password(Admin.PASSWORD));

        assertThat(tokens.scopes()).contains("user/*.rs");
    }

    private static String build() {
        Path context = Scratch.directory("documented");
        try {
            Archive.read(Checkout.build().archive()).unzip(context);
            Files.writeString(context.resolve("Dockerfile"), Example.of("container.md", "dockerfile"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Cli.docker("build", "--tag", NAME, context.toString());
        return NAME;
    }
}
