package dev.atrium.core.membership;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

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

    private static boolean isBaseUrl(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
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
