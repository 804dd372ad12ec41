package dev.atrium.core.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an object of {@code fhirContext} must be like (SMART App Launch 2.2.0, "fhirContext"). */
final class ContextItemRules {
    /** The role that none stands for. */
    private static final String LAUNCH = "launch";

    private static final Set<String> OF_THEIR_OWN = Set.of("Patient", "Encounter");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]{0,63}/[A-Za-z0-9.-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,63}");

    private ContextItemRules() {}

    static void check(ContextItem item) throws InvalidLaunchContext {
        demand(matches(REFERENCE, item.reference()), "'reference' must be relative, such as 'ImagingStudy/7'");
        demand(matches(TYPE, item.type()), "'type' must be a FHIR resource type, such as 'ImagingStudy'");
        demand(item.canonical().map(ContextItemRules::isCanonical).orElse(true), "'canonical' must be an absolute URL");
        demand(
                item.role().map(role -> role.equals(LAUNCH) || isAbsolute(role)).orElse(true),
                "'role' must be an absolute URI, or be left out");
        demand(agrees(item), "'type' must be the type of 'reference'");
        demand(
                !isOfItsOwn(item),
                "A Patient or an Encounter needs a 'role' of its own: the launch's are 'patient' and 'encounter'");
    }

    private static boolean agrees(ContextItem item) {
        return item.reference().isEmpty()
                || item.type().isEmpty()
                || item.type().equals(item.resourceType());
    }

    private static boolean isOfItsOwn(ContextItem item) {
        return item.resourceType().filter(OF_THEIR_OWN::contains).isPresent()
                && item.role().orElse(LAUNCH).equals(LAUNCH);
    }

    private static boolean matches(Pattern pattern, Optional<String> text) {
        return text.map(given -> pattern.matcher(given).matches()).orElse(true);
    }

    /** A version may follow the URL (FHIR R4, datatype canonical). */
    private static boolean isCanonical(String text) {
        int version = text.indexOf('|');
        return isAbsolute(version < 0 ? text : text.substring(0, version));
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static void demand(boolean fulfilled, String sentence) throws InvalidLaunchContext {
        if (!fulfilled) {
            throw new InvalidLaunchContext("fhirContext: " + sentence);
        }
    }
}
