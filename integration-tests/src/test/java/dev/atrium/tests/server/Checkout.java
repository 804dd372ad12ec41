package dev.atrium.tests.server;

import dev.atrium.demo.Build;
import java.nio.file.Path;

/** The checkout whose pack is tested. */
public final class Checkout {
    private Checkout() {}

    /** What the build made in it. */
    public static Build build() {
        return Build.around(Path.of(System.getProperty("atrium.root", "..")));
    }

    /** A file of it, by its path from the top. */
    public static Path file(String path) {
        return build().root().resolve(path);
    }
}
