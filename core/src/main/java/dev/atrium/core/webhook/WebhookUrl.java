package dev.atrium.core.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a webhook is sent: http or https, with a host and without anything that does not belong there. */
public record WebhookUrl(URI value) {
    private static final int LONGEST = 1000;
    private static final int HIGHEST_PORT = 65535;

    public WebhookUrl {
        if (!isFit(value)) {
            throw new IllegalArgumentException("not an address for a webhook");
        }
    }

    public static Optional<WebhookUrl> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            return isFit(uri) ? Optional.of(new WebhookUrl(uri)) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean isEncrypted() {
        return "https".equals(scheme(value));
    }

    /** The host in lower case, an IPv6 address without its brackets. */
    public String host() {
        String host = value.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    public int port() {
        if (value.getPort() >= 0) {
            return value.getPort();
        }
        return isEncrypted() ? 443 : 80;
    }

    private static boolean isFit(URI uri) {
        return (scheme(uri).equals("https") || scheme(uri).equals("http"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT
                && uri.toString().chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
