package dev.atrium.tests.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.demo.Build;
import dev.atrium.tests.admin.Admin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the docs shows. */
final class Example {
    private Example() {}

    /** The block of this page that begins with these words behind its fence. */
    static ObjectNode of(String page, String words) {
        Path file = Build.around(Path.of(System.getProperty("atrium.root", "..")))
                .root()
                .resolve("docs")
                .resolve(page);
        try {
            Matcher block = Pattern.compile("```" + words + "\n(.*?)\n```", Pattern.DOTALL)
                    .matcher(Files.readString(file));
            if (!block.find()) {
                throw new AssertionError("no such example in " + page + ": " + words);
            }
            return (ObjectNode) Admin.parse(block.group(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
