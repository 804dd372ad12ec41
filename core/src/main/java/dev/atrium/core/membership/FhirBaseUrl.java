package dev.atrium.core.membership;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The base URL of a project's FHIR server: absolute, http or https, without query, fragment and trailing slash. */
public record FhirBaseUrl(String value) {
    public FhirBaseUrl {
        if (!isBaseUrl(value)) {
            throw new IllegalArgumentException("not a FHIR base URL");
        }
    }

    /** Reads a base URL and takes one trailing slash off; empty for what is not one. */
    public static Optional<FhirBaseUrl> parse(String text) {
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return isBaseUrl(base) ? Optional.of(new FhirBaseUrl(base)) : Optional.empty();
    }

    /** The absolute URL of a profile, as the claim {@code fhirUser} carries it. */
    public String resolve(FhirProfile profile) {
        return value + "/" + profile.reference();
    }

    /** Whether both name the same server, however scheme, host and default port are written (RFC 3986, section 6.2). */
    public boolean isSameAs(FhirBaseUrl other) {
        return canonical().equals(other.canonical());
    }

    /** The same server with scheme and host in lower case, and no port where it is the scheme's own. */
    public FhirBaseUrl canonical() {
        URI uri = URI.create(value);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String port = uri.getPort() < 0 || uri.getPort() == defaultPort(scheme) ? "" : ":" + uri.getPort();
        return new FhirBaseUrl(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + uri.getRawPath());
    }

    /** The texts by which the same server is looked up: as it is written here, and canonical, each with and without slash. */
    public Stream<String> spellings() {
        return Stream.of(value, canonical().value).distinct().flatMap(text -> Stream.of(text, text + "/"));
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static boolean isBaseUrl(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !text.endsWith("/");
        } catch (URISyntaxException notAUrl) {
            return false;
        }
    }
}
