package dev.atrium.rest.launch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.atrium.directory.launch.EhrLaunch;
import dev.atrium.directory.launch.LaunchHandle;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;

/**
 * What an EHR is answered.
 *
 * @param id by which administrators find the launch in events
 * @param launch what the app must send
 * @param expiresIn seconds that are left until it must be here
 * @param launchUrl where to open the app, if its client says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisteredLaunch(
        String id,
        String launch,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("launch_url") @Nullable String launchUrl) {
    /** Client attribute: where an EHR opens the app. */
    private static final String LAUNCH_URL = "atrium.launch-url";

    static RegisteredLaunch of(EhrLaunch launch, LaunchHandle handle, ClientModel app, Duration lifetime) {
        String launchUrl = url(app).map(url -> UriBuilder.fromUri(url)
                        .queryParam("iss", "{iss}")
                        .queryParam("launch", "{launch}")
                        .build(launch.server().value(), handle.value())
                        .toString())
                .orElse(null);
        return new RegisteredLaunch(launch.id(), handle.value(), lifetime.toSeconds(), launchUrl);
    }

    private static Optional<URI> url(ClientModel app) {
        String text = app.getAttribute(LAUNCH_URL);
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(new URI(text.strip()));
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
