package dev.atrium.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The documentation as HTML, to be read without a network: each page of Markdown in the same place, so that links between
 * pages, and to the realm files, stay as they are.
 */
public final class DocsPages {
    private static final String FRONT_PAGE = "README.md";
    private static final List<String> PAGES =
            List.of(FRONT_PAGE, "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "realm-export/README.md");

    private static final String FOLDER = "docs";
    private static final String LIST = "decisions";

    private final Path checkout;
    private final Path target;

    private DocsPages(Path checkout, Path target) {
        this.checkout = checkout;
        this.target = target;
    }

    /** Takes the checkout, and the directory to write into. */
    public static void main(String[] arguments) throws IOException {
        new DocsPages(Path.of(arguments[0]), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        List<Path> pages = new ArrayList<>(PAGES.stream().map(Path::of).toList());
        for (Path file : files()) {
            if (file.toString().endsWith(".md")) {
                pages.add(file);
            } else {
                Files.createDirectories(target.resolve(file).getParent());
                Files.write(target.resolve(file), Files.readAllBytes(checkout.resolve(file)));
            }
        }
        DocsLinks links = new DocsLinks(checkout, pages);
        for (Path page : pages) {
            write(links.place(page), DocsPage.of(Files.readString(checkout.resolve(page)), page, links));
        }
        Path list = Path.of(FOLDER, LIST, FRONT_PAGE);
        write(links.place(list), DocsPage.of(list(pages), list, links));
    }

    /** All that is below {@code docs}, as paths in the checkout, in the same order everywhere. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(checkout.resolve(FOLDER))) {
            return files.filter(Files::isRegularFile)
                    .map(checkout::relativize)
                    .sorted()
                    .toList();
        }
    }

    /** What a link to the folder of the decisions leads to. */
    private String list(List<Path> pages) throws IOException {
        StringBuilder list = new StringBuilder("# Decisions\n\n");
        for (Path page : pages) {
            if (page.startsWith(Path.of(FOLDER, LIST))) {
                String title = DocsPage.title(Files.readString(checkout.resolve(page)));
                list.append("- [%s](%s)\n".formatted(title, page.getFileName()));
            }
        }
        return list.toString();
    }

    private void write(Path place, String html) throws IOException {
        Path file = target.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, html);
    }
}
