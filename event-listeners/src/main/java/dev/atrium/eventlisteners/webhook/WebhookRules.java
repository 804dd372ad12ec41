package dev.atrium.eventlisteners.webhook;

import dev.atrium.core.webhook.Network;
import dev.atrium.core.webhook.ReachableAddresses;
import dev.atrium.core.webhook.WebhookUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the operator lets webhooks go.
 *
 * @param http whether without encryption too
 */
record WebhookRules(boolean http, ReachableAddresses addresses) {
    /** Whatever Java reads as an address without asking anybody. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Why a webhook may not go there, as far as its address tells before any name is looked up. */
    Optional<String> objection(WebhookUrl url) {
        if (!url.isEncrypted() && !http) {
            return Optional.of("Must begin with https://.");
        }
        return isForbidden(url.host())
                ? Optional.of("Must be a public address, or in a network that the server's operator allows.")
                : Optional.empty();
    }

    private boolean isForbidden(String host) {
        if (!ADDRESS.matcher(host).matches()) {
            return false;
        }
        try {
            return !addresses.contains(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return true;
        }
    }

    /** Networks, with commas between, as an operator writes them. */
    static ReachableAddresses reachable(String[] networks) {
        return new ReachableAddresses(java.util.stream.Stream.of(networks)
                .map(text -> Network.parse(text)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "allowed-networks must be networks such as 10.0.0.0/8, not " + text)))
                .toList());
    }
}
