package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.chromium.pages.ShownPage;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever wants to know what people see finds each page as a picture. */
@Tag("own")
class PicturesTest {
    private static final Path PICTURES = Checkout.file("docs/images/pages");
    private static final Pattern SHOWN = Pattern.compile("images/pages/([a-z-]+\\.png)");
    private static final int LARGEST = 60_000;

    /** The delivered flow asks for a second factor on Keycloak's own pages; this one is for other flows. */
    private static final String NEEDS_ANOTHER_FLOW = "atrium-factor-typed.ftl";

    @Nested
    class Given_the_page_about_pages {
        @Test
        void shows_each_of_them_once() throws IOException {
            assertThat(SHOWN.matcher(text()).results().map(found -> found.group(1)))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ShownPage.values())
                            .map(ShownPage::picture)
                            .toList());
        }

        @ParameterizedTest
        @EnumSource
        void names_what_a_page_is_made_from(ShownPage page) throws IOException {
            assertThat(text()).contains("`" + page.template() + "`");
        }

        @Test
        void has_each_template_of_ours() throws IOException {
            assertThat(Arrays.stream(ShownPage.values()).map(ShownPage::template))
                    .containsAll(ThemePagesTest.pages().stream()
                            .filter(name -> !name.equals(NEEDS_ANOTHER_FLOW))
                            .toList());
        }

        private static String text() throws IOException {
            return Files.readString(Checkout.file("docs/pages.md"));
        }
    }

    @Nested
    class Given_a_picture {
        @ParameterizedTest
        @EnumSource
        void is_there_and_small(ShownPage page) {
            assertThat(PICTURES.resolve(page.picture())).isNotEmptyFile();
            assertThat(PICTURES.resolve(page.picture()).toFile().length()).isLessThanOrEqualTo(LARGEST);
        }

        @Test
        void is_of_a_page_that_there_is() throws IOException {
            try (Stream<Path> files = Files.list(PICTURES)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(ShownPage.values())
                                .map(ShownPage::picture)
                                .toList());
            }
        }
    }
}
