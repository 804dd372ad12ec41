package dev.atrium.tests.docs;

import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the docs shows. */
public final class Example {
    private Example() {}

    /** The block of this page that begins with these words behind its fence. */
    public static String of(String page, String words) {
        try {
            Matcher block = Pattern.compile("```" + words + "\n(.*?)\n```", Pattern.DOTALL)
                    .matcher(Files.readString(Checkout.file("docs/" + page)));
            if (!block.find()) {
                throw new AssertionError("no such example in " + page + ": " + words);
            }
            return block.group(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
