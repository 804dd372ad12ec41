package dev.atrium.setup.change;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.keycloak.util.JsonSerialization;

/** A JSON file that lies beside a class. */
public final class Resource {
    private Resource() {}

    public static <T> T read(Class<?> beside, String file, TypeReference<T> type) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return JsonSerialization.mapper.readValue(stream, type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
