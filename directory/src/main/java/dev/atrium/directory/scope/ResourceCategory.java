package dev.atrium.directory.scope;

import dev.atrium.core.search.SearchQuery;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A category of conditions or observations that has a name in plain words (US Core, ONC's granular scopes). */
record ResourceCategory(String code) {
    private static final Set<String> SYSTEMS = Set.of(
            "http://terminology.hl7.org/CodeSystem/condition-category",
            "http://terminology.hl7.org/CodeSystem/observation-category",
            "http://hl7.org/fhir/us/core/CodeSystem/condition-category",
            "http://hl7.org/fhir/us/core/CodeSystem/us-core-category");
    private static final Pattern ONE_CATEGORY = Pattern.compile("category=([^|,&%]+)\\|([a-z-]+)");

    /** The category, if the query asks for it and for nothing else. */
    static Optional<ResourceCategory> of(SearchQuery query) {
        Matcher one = ONE_CATEGORY.matcher(query.text());
        return one.matches() && SYSTEMS.contains(one.group(1))
                ? Optional.of(new ResourceCategory(one.group(2)))
                : Optional.empty();
    }
}
