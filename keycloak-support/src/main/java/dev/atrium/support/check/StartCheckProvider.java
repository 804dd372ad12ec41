package dev.atrium.support.check;

import java.util.List;
import org.keycloak.provider.Provider;

/** What one part of the pack found out when the server started. */
public interface StartCheckProvider extends Provider {
    /** A sentence for each thing that an administrator should look at; none where all is well. */
    List<String> findings();

    @Override
    default void close() {}
}
