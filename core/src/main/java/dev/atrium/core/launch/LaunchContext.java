package dev.atrium.core.launch;

import dev.atrium.core.scope.LaunchScope;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an app is launched with (SMART App Launch 2.2.0, "Launch context parameters"). It belongs to one authorization.
 *
 * @param fhirContext more resources in context
 * @param needPatientBanner whether the app shall show whose record it is about
 * @param smartStyleUrl a JSON document of colours and fonts
 * @param intent what the app shall begin with, as EHR and app have agreed
 * @param tenant the organization that launches, an opaque word
 */
public record LaunchContext(
        Optional<FhirId> patient,
        Optional<FhirId> encounter,
        List<ContextItem> fhirContext,
        Optional<Boolean> needPatientBanner,
        Optional<URI> smartStyleUrl,
        Optional<String> intent,
        Optional<String> tenant) {
    public static final String PATIENT = "patient";
    public static final String ENCOUNTER = "encounter";
    public static final String FHIR_CONTEXT = "fhirContext";
    public static final String NEED_PATIENT_BANNER = "need_patient_banner";
    public static final String SMART_STYLE_URL = "smart_style_url";
    public static final String INTENT = "intent";
    public static final String TENANT = "tenant";

    /** Nothing in context. */
    public static final LaunchContext EMPTY = new LaunchContext(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public LaunchContext {
        fhirContext = List.copyOf(fhirContext);
    }

    /**
     * Reads a JSON object, given as a tree of maps, lists and plain values.
     *
     * @throws InvalidLaunchContext if it is not a launch context, holds a member of another name, or is too large
     */
    public static LaunchContext of(Map<?, ?> json) throws InvalidLaunchContext {
        return LaunchContextReader.read(new JsonMembers(json));
    }

    /** The same with another patient; what was of the former one's record is not carried over. */
    public LaunchContext withPatient(FhirId other) {
        return new LaunchContext(
                Optional.of(other), Optional.empty(), fhirContext, needPatientBanner, smartStyleUrl, intent, tenant);
    }

    /** The same with another encounter. */
    public LaunchContext withEncounter(FhirId other) {
        return new LaunchContext(
                patient, Optional.of(other), fhirContext, needPatientBanner, smartStyleUrl, intent, tenant);
    }

    /**
     * Whether a scope that asks for context is answered by it: {@code launch} by any, another by a resource of its type,
     * whose role need not be the one that was asked for (SMART App Launch 2.2.0, "Requesting launch context").
     */
    public boolean answers(LaunchScope scope) {
        return scope.context().map(this::holds).orElse(true);
    }

    private boolean holds(String type) {
        return switch (type) {
            case "patient" -> patient.isPresent();
            case "encounter" -> encounter.isPresent();
            default ->
                fhirContext.stream()
                        .flatMap(item -> item.resourceType().stream())
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(type));
        };
    }

    /** As a JSON object of maps, lists and plain values, with what there is and in the specification's names. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        patient.ifPresent(id -> json.put(PATIENT, id.value()));
        encounter.ifPresent(id -> json.put(ENCOUNTER, id.value()));
        if (!fhirContext.isEmpty()) {
            json.put(FHIR_CONTEXT, fhirContext.stream().map(ContextItem::toJson).toList());
        }
        needPatientBanner.ifPresent(needed -> json.put(NEED_PATIENT_BANNER, needed));
        smartStyleUrl.ifPresent(url -> json.put(SMART_STYLE_URL, url.toString()));
        intent.ifPresent(text -> json.put(INTENT, text));
        tenant.ifPresent(text -> json.put(TENANT, text));
        return json;
    }
}
