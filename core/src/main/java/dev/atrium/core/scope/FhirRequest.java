package dev.atrium.core.scope;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a FHIR REST request does, and to which type of resource (SMART 2.2.0, scopes for requesting FHIR resources). */
public record FhirRequest(Interaction interaction, ResourceType type) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final String HISTORY = "_history";
    private static final String SEARCH = "_search";

    /** The path is relative to the FHIR base. A batch or an operation is not one interaction, hence no answer. */
    public static Optional<FhirRequest> parse(String method, String path) {
        int question = path.indexOf('?');
        String resource = question < 0 ? path : path.substring(0, question);
        String[] segments = (resource.startsWith("/") ? resource.substring(1) : resource).split("/", 6);
        Verb verb = Verb.of(method);
        if (segments[0].isEmpty() || segments[0].startsWith("_")) {
            return onSystem(verb, segments, question >= 0);
        }
        return ResourceType.parse(segments[0])
                .filter(type -> !type.isWildcard())
                .flatMap(type -> onType(verb, type, segments));
    }

    /** Access to some resources of a type only does not tell whether it reaches the one in question. */
    boolean isAllowedBy(ResourceAccess access) {
        return access.query().isEmpty()
                && access.type().covers(type)
                && access.interactions().contains(interaction);
    }

    private static Optional<FhirRequest> onSystem(Verb verb, String[] segments, boolean hasQuery) {
        boolean search = (segments[0].isEmpty() && verb == Verb.GET && hasQuery)
                || (segments[0].equals(HISTORY) && verb == Verb.GET)
                || (segments[0].equals(SEARCH) && verb == Verb.POST);
        return search && segments.length == 1 ? search(ResourceType.ANY) : Optional.empty();
    }

    private static Optional<FhirRequest> onType(Verb verb, ResourceType type, String[] segments) {
        if (segments.length == 1) {
            return verb.onType().map(interaction -> new FhirRequest(interaction, type));
        }
        if (segments.length == 2 && segments[1].startsWith("_")) {
            boolean search = (segments[1].equals(HISTORY) && verb == Verb.GET)
                    || (segments[1].equals(SEARCH) && verb == Verb.POST);
            return search ? search(type) : Optional.empty();
        }
        return ID.matcher(segments[1]).matches() ? onInstance(verb, type, segments) : Optional.empty();
    }

    private static Optional<FhirRequest> onInstance(Verb verb, ResourceType type, String[] segments) {
        if (segments.length == 2) {
            return verb.onInstance().map(interaction -> new FhirRequest(interaction, type));
        }
        if (segments[2].equals(HISTORY)) {
            boolean version = segments.length == 4 && ID.matcher(segments[3]).matches();
            return version || segments.length == 3
                    ? verb.onHistory().map(interaction -> new FhirRequest(interaction, type))
                    : Optional.empty();
        }
        boolean posted = segments.length == 4 && segments[3].equals(SEARCH) && verb == Verb.POST;
        boolean compartment = segments.length == 3 && verb == Verb.GET;
        return posted || compartment ? ResourceType.parse(segments[2]).flatMap(FhirRequest::search) : Optional.empty();
    }

    private static Optional<FhirRequest> search(ResourceType type) {
        return Optional.of(new FhirRequest(Interaction.SEARCH, type));
    }

    private enum Verb {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE,
        OTHER;

        static Verb of(String method) {
            return switch (method) {
                case "GET", "HEAD" -> GET;
                case "POST" -> POST;
                case "PUT" -> PUT;
                case "PATCH" -> PATCH;
                case "DELETE" -> DELETE;
                default -> OTHER;
            };
        }

        /** Without an id: search and create, or an update, patch or delete whose condition is in the query. */
        Optional<Interaction> onType() {
            return switch (this) {
                case GET -> Optional.of(Interaction.SEARCH);
                case POST -> Optional.of(Interaction.CREATE);
                default -> onInstance();
            };
        }

        Optional<Interaction> onInstance() {
            return switch (this) {
                case GET -> Optional.of(Interaction.READ);
                case PUT, PATCH -> Optional.of(Interaction.UPDATE);
                case DELETE -> Optional.of(Interaction.DELETE);
                default -> Optional.empty();
            };
        }

        Optional<Interaction> onHistory() {
            return this == PUT || this == PATCH ? Optional.empty() : onInstance();
        }
    }
}
