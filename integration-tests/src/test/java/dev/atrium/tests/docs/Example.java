package dev.atrium.tests.docs;

import java.util.List;

/** What a page of the docs shows. */
public final class Example {
    private Example() {}

    /** What the examples that type commands begin with: signing in, and what {@code $API} and {@code $TOKEN} are. */
    public static String toSignIn() {
        return beginning("admin-rest.md", "kcadm.sh config credentials");
    }

    /** The one block of this page whose text begins with these words. */
    public static String beginning(String page, String words) {
        List<String> found = Block.ofPage(page).stream()
                .map(Block::text)
                .filter(text -> text.strip().startsWith(words))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " examples in " + page + " begin with " + words);
        }
        return found.get(0);
    }

    /** The first block of this page that has just these words behind its fence. */
    public static String of(String page, String words) {
        return Block.ofPage(page).stream()
                .filter(block -> block.language().equals(words))
                .map(Block::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such example in " + page + ": " + words));
    }
}
