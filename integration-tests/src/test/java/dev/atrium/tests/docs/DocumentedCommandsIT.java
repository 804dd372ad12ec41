package dev.atrium.tests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.admin.TestRealm;
import dev.atrium.tests.server.AtriumServer;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of docs/, typed as they stand into a fresh realm of the demo's. */
@Tag("own")
@ExtendWith(AtriumServer.class)
class DocumentedCommandsIT {
    private static final String BEGINNING = "admin-rest.md";

    private final List<Trial> trials = Trial.all();

    @Nested
    class Given_the_list_of_blocks {
        @Test
        void holds_each_block_of_the_docs() {
            assertThat(Block.all().stream()
                            .filter(block -> trials.stream().noneMatch(trial -> trial.concerns(block)))
                            .map(Block::name))
                    .as("blocks that nobody said how to try, in blocks.txt")
                    .isEmpty();
        }

        @Test
        void holds_nothing_that_is_gone() {
            assertThat(trials.stream().filter(trial -> Block.all().stream().noneMatch(trial::concerns)))
                    .isEmpty();
        }

        @Test
        void names_tests_that_there_are() throws IOException {
            assertThat(trials.stream()
                            .filter(trial -> !trial.isRun() && !trial.isShown())
                            .map(Trial::how)
                            .distinct())
                    .isSubsetOf(tests());
        }

        private static Set<String> tests() throws IOException {
            try (Stream<Path> files = Files.walk(Checkout.file("integration-tests/src/test/java"))) {
                return files.map(file -> file.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toSet());
            }
        }
    }

    @Nested
    class Given_a_page_with_commands {
        private final TestRealm realm = TestRealm.delivered();

        @AfterEach
        void gone() {
            realm.close();
        }

        @ParameterizedTest
        @MethodSource("dev.atrium.tests.docs.DocumentedCommandsIT#pages")
        void they_work(String page, @TempDir Path directory) {
            String printed = new Shell(directory, realm).types(typed(page).toArray(String[]::new));

            if (page.equals("webhooks.md")) {
                assertThat(printed.split("whsec_", -1)).as(printed).hasSize(2); // shown once
            }
        }

        /** The page's own after those that all begin with, and the policies that most of them name. */
        private List<String> typed(String page) {
            List<String> blocks = new ArrayList<>(run(BEGINNING));
            if (!page.equals(BEGINNING)) {
                blocks = new ArrayList<>(blocks.subList(0, 2));
                blocks.addAll(run(page));
            }
            return blocks;
        }

        private List<String> run(String page) {
            return Block.ofPage(page).stream()
                    .filter(block -> trials.stream().anyMatch(trial -> trial.isRun() && trial.concerns(block)))
                    .map(Block::text)
                    .toList();
        }
    }

    static List<String> pages() {
        return Trial.all().stream()
                .filter(Trial::isRun)
                .map(Trial::page)
                .distinct()
                .toList();
    }
}
