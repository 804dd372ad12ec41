package dev.atrium.demo.fhir.search;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Resource;

/** The parameters of a search: which resources it wants, and in which order. */
public record Query(List<Predicate<Resource>> wanted, Comparator<Resource> order) {
    /** What shapes the answer, and is HAPI's concern or of no consequence here. */
    private static final Set<String> SHAPING =
            Set.of("_count", "_offset", "_format", "_pretty", "_summary", "_elements", "_total", "_sort", "_include");

    /** Reads the parameters of a request for one type. */
    public static Query of(RequestDetails request) {
        Map<String, String[]> parameters = request.getParameters();
        List<Predicate<Resource>> wanted = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (!SHAPING.contains(name)) {
                Criterion criterion = criterion(request.getResourceName(), name);
                for (String value : values) {
                    List<String> alternatives = criterion.alternatives(value);
                    wanted.add(resource -> criterion.isMet(resource, alternatives));
                }
            }
        });
        return new Query(wanted, order(request));
    }

    public boolean selects(Resource resource) {
        return wanted.stream().allMatch(each -> each.test(resource));
    }

    /** {@code _sort=family,-birthdate}; by id where nothing else decides. */
    private static Comparator<Resource> order(RequestDetails request) {
        Comparator<Resource> order = Comparator.comparing(resource -> 0);
        for (String values : request.getParameters().getOrDefault("_sort", new String[0])) {
            for (String key : values.split(",")) {
                boolean descending = key.startsWith("-");
                Criterion criterion = criterion(request.getResourceName(), descending ? key.substring(1) : key);
                Comparator<Resource> next = Comparator.comparing(criterion::sortKey);
                order = order.thenComparing(descending ? next.reversed() : next);
            }
        }
        return order;
    }

    /** A parameter that was not understood might have left something out: better no answer than one that is too long. */
    private static Criterion criterion(String type, String name) {
        Optional<Criterion> criterion = Criterion.find(type, name);
        return criterion.orElseThrow(() ->
                new InvalidRequestException("Here, " + type + " cannot be searched by the parameter " + name + "."));
    }
}
