package dev.atrium.tests.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documentation in the archive can be read without a network, and the realm files lie beside it. */
@Tag("own")
class ArchivedDocsIT {
    private static final String FOLDER = "atrium/";
    private static final String DOCS = FOLDER + "docs/";
    private static final String REALMS = FOLDER + "realm-export/";

    private final Archive archive = Archive.read(Checkout.build().archive());
    private final Map<String, Document> pages = archive.files().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".html"))
            .collect(Collectors.toMap(
                    Map.Entry::getKey, file -> Jsoup.parse(new String(file.getValue(), StandardCharsets.UTF_8))));

    /** Whether this file of an archive is documentation, or a realm file. */
    static boolean isOne(String file) {
        return file.startsWith(DOCS) || file.startsWith(REALMS) || file.matches(FOLDER + "[^/]+\\.html");
    }

    @Nested
    class Given_the_pages {
        @Test
        void are_all_that_the_sources_have() throws IOException {
            Path docs = Checkout.file("docs");
            try (Stream<Path> files = Files.walk(docs)) {
                assertThat(files.filter(file -> file.toString().endsWith(".md"))
                                .map(docs::relativize)
                                .map(page -> DOCS
                                        + page.toString()
                                                .replace('\\', '/')
                                                .replaceFirst("README\\.md$", "index.html")
                                                .replaceFirst("\\.md$", ".html")))
                        .isNotEmpty()
                        .isSubsetOf(pages.keySet());
            }
        }

        @Test
        void have_a_title_and_a_heading_each() {
            assertThat(pages).hasSizeGreaterThan(80).allSatisfy((file, page) -> {
                assertThat(page.title()).as(file).isNotBlank();
                assertThat(page.select("h1")).as(file).hasSize(1);
            });
        }

        @Test
        void have_their_tables_as_tables() {
            assertThat(page("install.html").select("table td")).isNotEmpty();
            assertThat(page("install.html").text()).doesNotContain("|---|");
        }

        @Test
        void have_links_that_lead_to_a_page_and_a_heading_of_the_archive() {
            assertThat(pages.entrySet().stream()
                            .flatMap(page -> page.getValue().select("a[href], img[src]").stream()
                                    .map(link -> new Link(page.getKey(), target(link))))
                            .filter(link -> !link.target().matches("[a-z]+:.*"))
                            .filter(link -> !leadsSomewhere(link)))
                    .isEmpty();
        }

        @Test
        void load_nothing_from_elsewhere() {
            assertThat(pages.values())
                    .allSatisfy(page -> assertThat(page.select("script, link, [src^=http], iframe"))
                            .isEmpty());
        }
    }

    @Nested
    class Given_the_realm_files {
        @Test
        void are_those_of_the_sources() throws IOException {
            assertThat(archive.files().get(REALMS + "atrium-realm.json"))
                    .isEqualTo(Files.readAllBytes(Checkout.file("realm-export/atrium-realm.json")));
            assertThat(archive.files()).containsKey(REALMS + "providers/entra.json");
        }
    }

    private Document page(String name) {
        return pages.get(DOCS + name);
    }

    private static String target(Element link) {
        return link.hasAttr("href") ? link.attr("href") : link.attr("src");
    }

    private boolean leadsSomewhere(Link link) {
        String[] parts = link.target().split("#", 2);
        String file = parts[0].isEmpty()
                ? link.page()
                : Path.of(link.page())
                        .resolveSibling(parts[0])
                        .normalize()
                        .toString()
                        .replace('\\', '/');
        boolean there = archive.files().containsKey(file);
        return there && (parts.length == 1 || pages.get(file).getElementById(parts[1]) != null);
    }

    private record Link(String page, String target) {}
}
