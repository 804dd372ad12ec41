package dev.atrium.tests.login.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atrium.tests.admin.Admin;
import dev.atrium.tests.server.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** An entry of {@code realm-export/providers/}, to be imported into a realm. */
record ReadyEntry(ObjectNode file) {
    static ReadyEntry of(String name) {
        Path path = Checkout.build().realmExport().resolve("providers").resolve(name + ".json");
        try {
            return new ReadyEntry((ObjectNode) Admin.JSON.readTree(path.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode provider() {
        assertThat(file.path("identityProviders")).hasSize(1);
        return (ObjectNode) file.path("identityProviders").path(0);
    }

    ObjectNode config() {
        return (ObjectNode) provider().path("config");
    }

    JsonNode mappers() {
        return file.path("identityProviderMappers");
    }

    String alias() {
        return provider().path("alias").asText();
    }

    /** The same with values in the place of its placeholders. */
    ReadyEntry filledIn(Consumer<ObjectNode> config) {
        config.accept(config());
        return this;
    }
}
