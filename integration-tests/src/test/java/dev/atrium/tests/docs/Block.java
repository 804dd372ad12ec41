package dev.atrium.tests.docs;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a page.
 *
 * @param language what stands behind its fence, may be empty
 */
record Block(String page, String language, String text) {
    private static final Pattern FENCED =
            Pattern.compile("^( *)```([^\n]*)\n(.*?)\n\\1```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** Those of all pages of docs/, in their order; decisions show nothing to be typed. */
    static List<Block> all() {
        try (Stream<Path> pages = Files.list(Checkout.file("docs"))) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(page -> of(page).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> ofPage(String page) {
        return of(Checkout.file("docs/" + page));
    }

    private static List<Block> of(Path page) {
        try {
            List<Block> blocks = new ArrayList<>();
            Matcher block = FENCED.matcher(Files.readString(page));
            while (block.find()) {
                blocks.add(new Block(page.getFileName().toString(), block.group(2), block.group(3)));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it is known by in the list of blocks. */
    String name() {
        return page + " | " + text.lines().map(String::strip).findFirst().orElse("");
    }
}
