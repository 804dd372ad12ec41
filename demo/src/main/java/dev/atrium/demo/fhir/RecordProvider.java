package dev.atrium.demo.fhir;

import ca.uhn.fhir.rest.annotation.Count;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Offset;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import dev.atrium.core.scope.Interaction;
import dev.atrium.demo.fhir.records.Records;
import dev.atrium.demo.fhir.search.Query;
import dev.atrium.demo.fhir.smart.Access;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Reads and searches the resources of one type, as far as the request's token opens them. */
public final class RecordProvider<T extends Resource> implements IResourceProvider {
    private static final int PAGE = 20;
    private static final int LONGEST_PAGE = 200;

    private final Class<T> type;
    private final Records records;

    RecordProvider(Class<T> type, Records records) {
        this.type = type;
        this.records = records;
    }

    @Override
    public Class<T> getResourceType() {
        return type;
    }

    /** Says the same of a record that is not there as of one that is another patient's. */
    @Read
    public T read(@IdParam IdType id, RequestDetails request) {
        Access access = Access.with(request);
        Optional<Resource> found = records.find(type, id.getIdPart());
        if (found.isEmpty() && access.opensAll(Interaction.READ, request.getResourceName())) {
            throw new ResourceNotFoundException(id);
        }
        return found.filter(resource -> access.allows(Interaction.READ, resource))
                .map(type::cast)
                .orElseThrow(() -> new ForbiddenOperationException(
                        id.toUnqualifiedVersionless().getValue() + " is not among the records that the token opens."));
    }

    /** Every parameter that FHIR R4 names for the type, if it is a token, a text, a date or a reference. */
    @Search(allowUnknownParams = true)
    public IBundleProvider search(
            RequestDetails request, @Offset @Nullable Integer offset, @Count @Nullable Integer count) {
        Access access = Access.with(request);
        Query query = Query.of(request);
        List<T> found = records.all(type).stream()
                .filter(resource -> access.allows(Interaction.SEARCH, resource))
                .filter(query::selects)
                .sorted(query.order())
                .toList();
        return new ResultPage(
                found,
                Optional.ofNullable(offset).orElse(0),
                Math.min(Optional.ofNullable(count).orElse(PAGE), LONGEST_PAGE));
    }
}
