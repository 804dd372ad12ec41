package dev.atrium.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the links of the documentation lead in the archive.
 *
 * @param pages of Markdown, as paths in the checkout
 */
record DocsLinks(Path checkout, List<Path> pages) {
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");
    private static final List<String> ALSO_IN_THE_ARCHIVE = List.of("docs", "realm-export", "LICENSE", "NOTICE");
    private static final String FRONT_PAGE = "README.md";

    DocsLinks {
        pages = List.copyOf(pages);
    }

    /** Where a page lies in the archive: what a reader of a checkout sees first is the index of its folder. */
    Path place(Path page) {
        String name = page.getFileName().toString();
        String html = name.equals(FRONT_PAGE) ? "index.html" : name.replaceFirst("\\.md$", ".html");
        return page.resolveSibling(html);
    }

    /** Where this link of a page leads; nothing for what is not in the archive, such as sources. */
    Optional<String> target(Path page, String link) {
        if (ELSEWHERE.matcher(link).matches() || link.startsWith("#")) {
            return Optional.of(link);
        }
        String[] parts = link.split("#", 2);
        String heading = parts.length == 1 ? "" : "#" + parts[1];
        Path linked = page.resolveSibling(parts[0]).normalize();
        Path from = Optional.ofNullable(page.getParent()).orElse(Path.of(""));
        return inArchive(linked).map(place -> slashes(from.relativize(place)) + heading);
    }

    private Optional<Path> inArchive(Path linked) {
        if (pages.contains(linked)) {
            return Optional.of(place(linked));
        }
        boolean there =
                ALSO_IN_THE_ARCHIVE.stream().anyMatch(linked::startsWith) && Files.exists(checkout.resolve(linked));
        return Optional.of(linked)
                .filter(found -> there)
                .map(found ->
                        Files.isDirectory(checkout.resolve(found)) ? found.resolve(place(Path.of(FRONT_PAGE))) : found);
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
