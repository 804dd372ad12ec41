package dev.atrium.core.consent;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address in the web that a page may show a picture from or link to: {@code https}, with a host and no user name. */
public record PublicUrl(String value) {
    private static final int LONGEST = 1000;

    public PublicUrl {
        if (!isPublic(value)) {
            throw new IllegalArgumentException("not a public URL");
        }
    }

    public static Optional<PublicUrl> parse(String text) {
        return Optional.of(text.strip()).filter(PublicUrl::isPublic).map(PublicUrl::new);
    }

    private static boolean isPublic(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
