package dev.atrium.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    static List<Path> templates() {
        return Stream.of(ThemeFiles.EVERY, ThemeFiles.ATRIUM, ThemeFiles.ATRIUM_EMAIL)
                .flatMap(files -> files.templates().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_at_most_60_lines(Path template) {
        assertThat(ThemeFiles.text(template).lines()).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_holds_no_words_of_its_own(Path template) {
        assertThat(Templates.words(ThemeFiles.text(template))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_holds_no_picture(Path template) {
        assertThat(ThemeFiles.text(template)).doesNotContainIgnoringCase("<svg");
    }

    @Test
    void a_template_stands_in_one_place_only() {
        assertThat(Stream.of(ThemeFiles.EVERY, ThemeFiles.ATRIUM, ThemeFiles.ATRIUM_EMAIL)
                        .flatMap(files -> files.templates().stream().map(files::name)))
                .doesNotHaveDuplicates();
    }

    /** When this fails, take over into login-username.ftl what Keycloak has changed, and then the hash. */
    @Test
    void keycloaks_email_page_is_still_the_one_that_ours_replaces() throws IOException, NoSuchAlgorithmException {
        assertThat(sha256("theme/keycloak.v2/login/login-username.ftl"))
                .isEqualTo("10c21ec5a38a48b00e1b75e65daf11a7e18127442f5ec2f6bfb00151a8a91811");
    }

    /** The same with these two. */
    @Test
    void keycloaks_pages_about_what_went_wrong_are_still_those_that_ours_replace()
            throws IOException, NoSuchAlgorithmException {
        assertThat(sha256("theme/base/login/error.ftl"))
                .isEqualTo("1a358dc521c16ac678d72de5dfa1a4fa356f2fb0e532cadfffcc6e6caa283bc3");
        assertThat(sha256("theme/base/login/login-page-expired.ftl"))
                .isEqualTo("df4e9795782f512c97f67fdaa08cd382f1c300639bbc87a27cab302e08f3078c");
    }

    /** And with the one that sets up a passkey, and the one that goes on to a SAML app. */
    @Test
    void keycloaks_pages_that_need_a_script_are_still_those_that_ours_replace()
            throws IOException, NoSuchAlgorithmException {
        assertThat(sha256("theme/keycloak.v2/login/webauthn-register.ftl"))
                .isEqualTo("6d14779fc5fedec2e22032520edc4df0f3b566fc17bea38acdd113c456ea5e26");
        assertThat(sha256("theme/base/login/saml-post-form.ftl"))
                .isEqualTo("e6d2f5d58a25d339d9d7fb6ac8ca853ceb64300793acc974a505987893eb2b13");
    }

    private static String sha256(String resource) throws IOException, NoSuchAlgorithmException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
            byte[] bytes = Objects.requireNonNull(in).readAllBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }
}
