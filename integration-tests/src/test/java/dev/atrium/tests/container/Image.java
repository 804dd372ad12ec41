package dev.atrium.tests.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atrium.demo.Build;
import dev.atrium.tests.docs.Example;
import dev.atrium.tests.server.Checkout;
import java.util.List;
import java.util.Map;

/** The image that docker/Dockerfile makes of the pack of this build. */
final class Image {
    static final String NAME = "atrium:" + Build.version();
    static final String BASE = "quay.io/keycloak/keycloak:" + Build.serverVersion();

    private static boolean built;

    private Image() {}

    /** Builds the image, once in a test run, with the command of docs/container.md. */
    static synchronized void build() {
        if (!built) {
            Cli done = Cli.run(
                    Checkout.build().root().toFile(),
                    // The pack is there already; building it in the image, too, would fetch all it is built with.
                    Map.of("ATRIUM_PACK", "archive"),
                    List.of(Example.beginning("container.md", "docker compose -f docker/compose.yaml build")
                            .split(" ")));
            assertThat(done.exit()).as(done.output()).isZero();
            built = true;
        }
    }
}
