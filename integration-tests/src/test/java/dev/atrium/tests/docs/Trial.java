package dev.atrium.tests.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the blocks of a page that begin with these words are tried.
 *
 * @param how {@code run}, the name of a test, or {@code shown} and why it is not tried
 */
record Trial(String how, String page, String beginning) {
    /** All that is in {@code blocks.txt}. */
    static List<Trial> all() {
        try (InputStream list = Trial.class.getResourceAsStream("blocks.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 3))
                    .map(parts -> new Trial(parts[0], parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    boolean concerns(Block block) {
        return page.equals(block.page()) && block.text().strip().startsWith(beginning);
    }

    boolean isRun() {
        return how.equals("run");
    }

    boolean isShown() {
        return how.startsWith("shown: ");
    }
}
