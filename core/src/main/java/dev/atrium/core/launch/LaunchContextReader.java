package dev.atrium.core.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a launch context; what is out of shape or too large is refused, nothing is left out in silence. */
final class LaunchContextReader {
    /** In bytes: it travels in every refresh token of its grant. */
    private static final int LONGEST = 2_000;

    private static final int MOST_ITEMS = 20;
    private static final int LONGEST_WORD = 255;

    private LaunchContextReader() {}

    static LaunchContext read(JsonMembers json) throws InvalidLaunchContext {
        json.knows(
                LaunchContext.PATIENT,
                LaunchContext.ENCOUNTER,
                LaunchContext.FHIR_CONTEXT,
                LaunchContext.NEED_PATIENT_BANNER,
                LaunchContext.SMART_STYLE_URL,
                LaunchContext.INTENT,
                LaunchContext.TENANT);
        LaunchContext context = new LaunchContext(
                json.id(LaunchContext.PATIENT),
                json.id(LaunchContext.ENCOUNTER),
                items(json.objects(LaunchContext.FHIR_CONTEXT)),
                json.bool(LaunchContext.NEED_PATIENT_BANNER),
                url(json),
                word(json, LaunchContext.INTENT),
                word(json, LaunchContext.TENANT));
        if (context.toJson().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidLaunchContext("The launch context is too large: " + LONGEST + " bytes at most");
        }
        return context;
    }

    private static List<ContextItem> items(List<JsonMembers> objects) throws InvalidLaunchContext {
        if (objects.size() > MOST_ITEMS) {
            throw new InvalidLaunchContext("fhirContext: " + MOST_ITEMS + " objects at most");
        }
        List<ContextItem> items = new ArrayList<>();
        for (JsonMembers object : objects) {
            items.add(ContextItem.of(object));
        }
        return items;
    }

    private static Optional<String> word(JsonMembers json, String name) throws InvalidLaunchContext {
        Optional<String> word = json.text(name);
        if (word.filter(text -> text.length() > LONGEST_WORD).isPresent()) {
            throw new InvalidLaunchContext("'" + name + "' is too long: " + LONGEST_WORD + " characters at most");
        }
        return word;
    }

    private static Optional<URI> url(JsonMembers json) throws InvalidLaunchContext {
        Optional<String> text = json.text(LaunchContext.SMART_STYLE_URL);
        Optional<URI> url = text.flatMap(LaunchContextReader::webUrl);
        if (text.isPresent() && url.isEmpty()) {
            throw new InvalidLaunchContext("'smart_style_url' must be an absolute http or https URL");
        }
        return url;
    }

    private static Optional<URI> webUrl(String text) {
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null && url.getRawUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
