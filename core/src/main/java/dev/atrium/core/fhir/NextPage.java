package dev.atrium.core.fhir;

import dev.atrium.core.membership.FhirBaseUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of the next page of a search, as the server gave it (FHIR R4, {@code Bundle.link}). It lies within the
 * base URL that was searched: a token is sent there.
 */
public record NextPage(String url) {
    private static final int LONGEST = 4000;

    /** Nothing for an address that is not within the base URL. */
    public static Optional<NextPage> within(FhirBaseUrl base, String link) {
        if (link.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI start = new URI(base.value() + "/");
            URI page = start.resolve(new URI(link));
            return isWithin(start, page) ? Optional.of(new NextPage(page.toString())) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isWithin(URI start, URI page) {
        return page.getHost() != null
                && start.getScheme().equalsIgnoreCase(page.getScheme())
                && start.getHost().equalsIgnoreCase(page.getHost())
                && port(start) == port(page)
                && page.getRawUserInfo() == null
                && page.getRawFragment() == null
                && isPathWithin(start.getRawPath(), page.getRawPath());
    }

    /** Servers read dots and escaped dots differently: with either, nobody can tell where a path leads. */
    private static boolean isPathWithin(String start, String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean plain =
                !lower.contains("..") && !lower.contains("%2e") && !lower.contains("%2f") && !lower.contains("\\");
        return plain && (path.startsWith(start) || (path + "/").equals(start));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
